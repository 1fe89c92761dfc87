import type { Samples } from '../engine'
import { hashText, hashWords } from '../arithmetic'

/** 16 hexadecimal digits from the bits of all inputs and targets: two 32-bit MurmurHash3 of different seeds, chained. */
export function digestOf(parts: readonly (Samples | null)[]): string {
  return [1, 2].map(seed => chained(parts, seed).toString(16).padStart(8, '0')).join('')
}

function chained(parts: readonly (Samples | null)[], seed: number): number {
  return parts.reduce((hash, part) => {
    if (part === null) return hashText('none', hash)
    return hashWords(wordsOf(part.targets), hashWords(wordsOf(part.inputs), hash))
  }, seed)
}

/** The float64 as 32-bit words, the low one first whatever the machine. */
function wordsOf(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  return isLittleEndian() ? words : words.map((_, i) => words[i ^ 1]!)
}

const isLittleEndian = (): boolean => new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
