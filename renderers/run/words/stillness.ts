import type { RunRecord } from '../../../src/record'
import { stillLayers } from '../numbers/stillness'
import { TEXTS } from './texts'

/**
 * Which layers hardly learn, and since when: "Hardly learning: hidden 1 to hidden 6 since epoch 4 (update ratio below
 * 1e-6)."
 */
export function stillness(record: RunRecord): string {
  const { still, stillSince } = TEXTS.course
  const name = (layer: number) => record.layers[layer]!.name
  const groups = stillLayers(record)
  return groups.length === 0
    ? ''
    : still(groups.map(group => stillSince(name(group.first), name(group.last), group.epoch)))
}
