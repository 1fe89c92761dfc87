import assert from 'node:assert/strict'

/** All of `from`, of which there must be some: a loop over nothing would assert nothing. */
export function some<T>(from: Iterable<T>): T[] {
  const all = [...from]
  assert.ok(all.length > 0, 'nothing to look at')
  return all
}
