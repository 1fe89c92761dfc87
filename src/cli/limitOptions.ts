import { DEFAULT_LIMITS, type Limits } from '../experiment'

/** How the command line calls each limit of cells; commander makes these of `limitOption`. */
const KEYS = {
  parameters: 'maxParameters',
  samples: 'maxSamples',
  dataNumbers: 'maxDataNumbers',
  epochs: 'maxEpochs',
  recordCells: 'maxRecordCells',
  runs: 'maxRuns',
  fileBytes: 'maxFileBytes'
} as const satisfies Record<keyof Limits, string>

/** All limits, in the order in which help lists their options. */
export const LIMIT_NAMES = Object.keys(KEYS) as readonly (keyof Limits)[]

/** What cells may ask of the machine, where that is not the usual limit. */
export type LimitOptions = { readonly [Name in keyof Limits as (typeof KEYS)[Name]]?: number }

/** The limit that an option sets; undefined where it was left out. */
export const limitIn = (options: LimitOptions, name: keyof Limits): number | undefined => options[KEYS[name]]

/** The limits that the options and the usual ones are together. */
export const limitsIn = (options: LimitOptions): Limits =>
  Object.fromEntries(
    LIMIT_NAMES.map(name => [name, limitIn(options, name) ?? DEFAULT_LIMITS[name]])
  ) as unknown as Limits

/** These options without any others. */
export const limitsOnly = (options: LimitOptions): LimitOptions =>
  Object.fromEntries(LIMIT_NAMES.map(name => [KEYS[name], limitIn(options, name)]))
