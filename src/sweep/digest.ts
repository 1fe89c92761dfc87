import { hashText, hashWords } from '../arithmetic'
import { ENGINE_VERSION } from '../engine/version'
import { filesOf, pathsOf, resolvedCell, type Experiment, type Files } from '../experiment'

/** What each file holds, as 16 hexadecimal digits. */
export type FileDigests = Readonly<Record<string, string>>

/** The digest of each file, by its name in the cell. */
export const fileDigests = (files: Files): FileDigests =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, fileDigest(bytes)]))

/** Two 32-bit MurmurHash3 of the bytes, the last of them made four by zeros, and of their number. */
function fileDigest(bytes: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  padded.set(bytes)
  const view = new DataView(padded.buffer)
  const words = Uint32Array.from({ length: padded.length / 4 }, (_, i) => view.getUint32(4 * i, true))
  return hexadecimal([1, 2], seed => hashText(String(bytes.length), hashWords(words, seed)))
}

/**
 * 32 hexadecimal digits by which a run is known: of its experiment with every value resolved (but for its name), of all files that it
 * reads, and of the engine's version. Equal digests, equal bits. Which machine, how many threads and when do not count.
 */
export function runDigest(experiment: Experiment, files: FileDigests): string {
  const names = [...filesOf(experiment), ...pathsOf(experiment)].sort()
  const { name: _, ...cell } = resolvedCell(experiment)
  const text = JSON.stringify([ENGINE_VERSION, cell, names.map(name => [name, files[name] ?? ''])])
  return hexadecimal([1, 2, 3, 4], seed => hashText(text, seed))
}

const hexadecimal = (seeds: readonly number[], hash: (seed: number) => number): string =>
  seeds.map(seed => hash(seed).toString(16).padStart(8, '0')).join('')
