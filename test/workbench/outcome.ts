import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { temporaryFolder, type Lifetime } from './lifetime'

/** How host tests ended, as they tell themselves. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
}

/** The name of the environment's variable that says where the tests write their outcome. */
export const OUTCOME_FILE = 'GRADNB_OUTCOME'

/** A file that is not there yet: a host that dies before its tests are through leaves it so, whatever its exit status is. */
export const outcomeFile = async (lifetime: Lifetime): Promise<string> =>
  path.join(await temporaryFolder(lifetime, 'outcome'), 'outcome.json')

/** The last thing that tests in a host do. */
export const tellOutcome = async (outcome: Outcome): Promise<void> => {
  const file = process.env[OUTCOME_FILE]
  if (file) await writeFile(file, JSON.stringify(outcome))
}

/** Why the tests that were to write `file` did not pass, in a sentence; null where they did. */
export const failureOf = async (file: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return 'the extension host ended before its tests did: it crashed, or its window was closed'
  const { passed, failed } = JSON.parse(text) as Outcome
  if (failed > 0) return `${failed} of ${passed + failed} tests failed`
  return passed > 0 ? null : 'no test was run: is there one that --grep names?'
}
