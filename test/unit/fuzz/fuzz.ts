import { createRandom, type Random } from '../../../src/arithmetic'
import { mutated, type Material } from './mutate'
import { bytes, texts, type Sequence } from './sequence'

export interface Runs {
  /** of this kind of input, so that kinds differ */
  readonly seed: number
  readonly runs: number
  /** an input fails that keeps the processor busy for longer, three times in a row */
  readonly milliseconds?: number
}

export interface Fuzzing<S> extends Partial<Material<S>>, Runs {
  readonly corpus: readonly S[]
}

/** Throws what must not be thrown; what a reader may throw is caught by the check itself. */
export type Check<S> = (input: S) => void | Promise<void>

/** Gives `check` texts made of the corpus; throws for the first that fails, with all that is needed to try it again. */
export const fuzzTexts = (fuzzing: Fuzzing<string>, check: Check<string>): Promise<void> =>
  fuzz(texts, fuzzing, random => mutated(texts, materialOf(fuzzing), random), check)

/** The same with bytes. */
export const fuzzBytes = (fuzzing: Fuzzing<Uint8Array>, check: Check<Uint8Array>): Promise<void> =>
  fuzz(bytes, fuzzing, random => mutated(bytes, materialOf(fuzzing), random), check)

/** The same with texts that `make` makes. */
export const fuzzMade = (runs: Runs, make: (random: Random) => string, check: Check<string>): Promise<void> =>
  fuzz(texts, runs, make, check)

const LONGEST = 2000

const materialOf = <S>({ corpus, tokens = [], longest = LONGEST }: Fuzzing<S>): Material<S> => ({
  corpus,
  tokens,
  longest
})

async function fuzz<S>(
  sequence: Sequence<S>,
  { seed, runs, milliseconds }: Runs,
  make: (random: Random) => S,
  check: Check<S>
): Promise<void> {
  const inputs = createRandom(seed).stream(`round ${roundSeed()}`)
  for (let run = 0; run < runs; run++) {
    const input = make(inputs.stream(`input ${run}`))
    const failure = await failureOf(check, input, milliseconds)
    if (failure !== null) throw failed(sequence, input, run, failure)
  }
}

/** `npm run fuzz` counts it up; 0 is what `npm test` runs. */
const roundSeed = (): number => Number(process.env['GRADNB_FUZZ_SEED'] ?? 0)

async function failureOf<S>(check: Check<S>, input: S, milliseconds = Infinity): Promise<{ error: unknown } | null> {
  let fastest = Infinity
  for (let tries = 0; tries < 3; tries++) {
    const start = process.cpuUsage()
    try {
      await check(input)
    } catch (error) {
      return { error }
    }
    fastest = Math.min(fastest, process.cpuUsage(start).user / 1000)
    if (fastest <= milliseconds) return null
  }
  return { error: new Error(`took ${Math.round(fastest)} ms, more than ${milliseconds}`) }
}

function failed<S>({ literal }: Sequence<S>, input: S, run: number, { error }: { error: unknown }): Error {
  const what = error instanceof Error ? `${error.name}: ${error.message.slice(0, 500)}` : String(error)
  return new Error(`GRADNB_FUZZ_SEED=${roundSeed()}, input ${run}: ${what}\n${literal(input)}`, { cause: error })
}
