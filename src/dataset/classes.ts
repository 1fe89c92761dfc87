/** What is learned, read as classes or as numbers. */
export interface Labelled {
  /** [classes]; empty for numbers */
  readonly classNames: readonly string[]
  /** why they are classes or numbers */
  readonly why: string
}

/** Whole numbers are classes up to so many different ones, unless a cell says that they are. */
export const MOST_INFERRED_CLASSES = 20
/** What a cell may say. */
export const MOST_CLASSES = 1000
