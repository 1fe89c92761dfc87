import { distance } from 'fastest-levenshtein'

/** The candidate a person most likely meant by `word`, or null when none is near enough to be worth saying. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const lower = word.toLowerCase()
  const ranked = candidates
    .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best !== undefined && best.edits <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : null
}
