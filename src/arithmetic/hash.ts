/**
 * MurmurHash3 (x86, 32 bits; Austin Appleby, public domain) of `text`, each of its UTF-16 units as one 32-bit block.
 * Returns an unsigned 32-bit number.
 */
export function hashText(text: string, seed: number): number {
  let hash = seed | 0
  for (let i = 0; i < text.length; i++) hash = mixIn(hash, text.charCodeAt(i))
  return finish(hash, text.length)
}

/** The same of the 32-bit blocks `words`. */
export function hashWords(words: Uint32Array, seed: number): number {
  let hash = seed | 0
  for (let i = 0; i < words.length; i++) hash = mixIn(hash, words[i]!)
  return finish(hash, words.length)
}

function mixIn(hash: number, block: number): number {
  let k = Math.imul(block, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  const mixed = hash ^ Math.imul(k, 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

function finish(hash: number, blocks: number): number {
  let h = hash ^ (4 * blocks)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
