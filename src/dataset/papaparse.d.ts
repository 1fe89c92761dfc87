/** The part of papaparse that is used here; its own types would bring those of node and the DOM into this room. */
declare module 'papaparse' {
  interface Problem {
    readonly code: string
    readonly message: string
    readonly row?: number
  }
  interface Result {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly Problem[]
  }
  interface Row {
    readonly data: readonly string[]
    readonly errors: readonly Problem[]
  }
  const papaparse: {
    /** All rows, or the first `preview`. */
    parse(
      text: string,
      options: { delimiter: string; skipEmptyLines: boolean } | { delimiter: string; newline: '\n'; preview: number }
    ): Result
    /** Calls `step` for every row before it returns; what `step` throws comes out. */
    parse(text: string, options: { delimiter: string; newline: '\n'; step: (row: Row) => void }): void
  }
  export default papaparse
}
