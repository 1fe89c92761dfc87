import { Chunk } from '../../fields'
import { entry, setEntry } from './access'
import { laneSum } from './lanes'

/** Adds four samples' losses and hits (all bits set) to the chunk's record, as far as they are `valid`. */
export function addSamples(chunk: usize, loss: v128, right: v128, valid: v128): void {
  setEntry(chunk, Chunk.loss, entry(chunk, Chunk.loss) + laneSum(v128.and(loss, valid)))
  addHits(chunk, right, valid)
}

/** The hits alone. */
export function addHits(chunk: usize, right: v128, valid: v128): void {
  const hits = popcnt(i32x4.bitmask(v128.and(right, valid)))
  setEntry(chunk, Chunk.right, entry(chunk, Chunk.right) + <f64>hits)
}
