import type { RunRecord } from '../../../src/record'
import { stillLayers } from '../numbers/stillness'

/** Which layers hardly learn, and since when: "Hardly learn: hidden 1 to hidden 6 since epoch 4 (update ratio under 1e-6)." */
export function stillness(record: RunRecord): string {
  const groups = stillLayers(record)
  if (groups.length === 0) return ''
  const parts = groups.map(({ first, last, epoch }) => `${namesOf(record, first, last)} since epoch ${epoch}`)
  const verb = groups.length === 1 && groups[0]!.first === groups[0]!.last ? 'learns' : 'learn'
  return `Hardly ${verb}: ${parts.join(', ')} (update ratio under 1e-6).`
}

const namesOf = ({ layers }: RunRecord, first: number, last: number): string =>
  first === last ? layers[first]!.name : `${layers[first]!.name} to ${layers[last]!.name}`
