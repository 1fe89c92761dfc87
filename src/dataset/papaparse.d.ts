/** The part of papaparse that is used here; its own types would bring those of node and the DOM into this room. */
declare module 'papaparse' {
  interface Result {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly message: string; readonly row?: number }[]
  }
  const papaparse: { parse(text: string, options: { delimiter?: string; skipEmptyLines: boolean }): Result }
  export default papaparse
}
