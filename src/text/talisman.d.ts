declare module 'talisman/metrics/damerau-levenshtein' {
  /** How many insertions, deletions, changes and swaps of neighbours lead from `a` to `b`. */
  export default function damerauLevenshtein(a: string, b: string): number
}
