import distance from 'talisman/metrics/damerau-levenshtein'

/** No word of the language is half as long; what is longer is not misspelt but something else. */
const LONGEST = 60

/** The candidate a person most likely meant by `word`, or null when none is near enough to be worth saying. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > LONGEST) return null
  const lower = word.toLowerCase()
  const ranked = candidates
    .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best !== undefined && best.edits <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : null
}
