/** What a cell may ask of the machine. */
export interface Limits {
  /** weights, biases, and scales and shifts of normalization */
  readonly parameters: number
  readonly samples: number
  /** samples × inputs: 8 bytes each */
  readonly dataNumbers: number
  readonly epochs: number
  /** layers × epochs: what a record holds grows with it */
  readonly recordCells: number
  /** runs of one cell */
  readonly runs: number
  /** of a file that a cell names, and of what it unpacks to */
  readonly fileBytes: number
}

/** What files can hold, whatever a setting says: a test keeps it the record's own bound. */
export const MOST_RECORD_CELLS = 2_000_000

/** What holds where neither a setting nor an option says otherwise. */
export const DEFAULT_LIMITS: Limits = {
  parameters: 20_000_000,
  samples: 1_000_000,
  dataNumbers: 100_000_000,
  epochs: 100_000,
  recordCells: 1_000_000,
  runs: 10_000,
  fileBytes: 200_000_000
}
