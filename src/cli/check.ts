import { parseExperiment } from '../experiment'
import { EXIT } from './exitStatus'
import { problemLine, readInput } from './input'
import { print } from './print'
import type { Stop } from './stop'

/** `gradnb check`: prints every problem of every cell; the status says whether there was one. */
export async function check(file: string, stop: Stop): Promise<number> {
  const { cells } = await readInput(file, stop.signal)
  const lines = cells.flatMap(cell => {
    const result = parseExperiment(cell.text)
    return result.ok ? [] : result.problems.map(problem => problemLine(file, cell, problem))
  })
  for (const line of lines) await print(`${line}\n`)
  return lines.length > 0 ? EXIT.problems : EXIT.done
}
