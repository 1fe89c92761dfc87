/** Options that decide how a notebook is read, so that every command of a sweep needs the same. */
export interface CarriedOptions {
  readonly allowOutside?: boolean
  readonly maxRuns?: number
}

/** The same options as words of a further command. */
export const carriedWords = ({ allowOutside = false, maxRuns }: CarriedOptions): string[] => [
  ...(allowOutside ? ['--allow-outside'] : []),
  ...(maxRuns === undefined ? [] : ['--max-runs', String(maxRuns)])
]
