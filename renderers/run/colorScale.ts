import { at, type QuantityName, type RunRecord } from '../../src/record'
import { finiteLog } from './cell'

/**
 * How powers of ten become colours. `middle` is the healthy magnitude and `reach` the decades from it to the palette's ends;
 * both are whole, so that the legend's ticks are.
 */
export interface ColorScale {
  readonly middle: number
  readonly reach: number
  /** where the middle comes from: the output layer at initialisation, a rule of thumb or the run's own numbers */
  readonly source: 'output' | 'rule' | 'median'
}

/** Every reach has three tick intervals on each side. Six decades show a factor of ten; beyond twelve all is lost alike. */
const REACHES = [6, 9, 12] as const

/** No output layer far outside this range, in powers of ten, counts as healthy, whatever the others do. */
const MIDDLE_RANGE = 3

/** An optimizer's healthy step is about a thousandth of the weights. */
const HEALTHY_UPDATE_RATIO = -3

/**
 * The scale of a run. Both numbers come from initialisation (the first column in which the quantity exists), so colours never
 * change their meaning while the run goes on. The middle is the output layer's magnitude: that is where the error enters, and
 * what is much smaller nearer to the input has vanished on its way, what is much larger has exploded. It is a power of ten
 * (10⁰ for nearly every classifier), so that two charts can be compared by eye.
 */
export function colorScale(record: RunRecord, quantity: QuantityName): ColorScale {
  const logs = firstLogs(record, quantity)
  const { power, source } = healthy(logs, quantity)
  const middle = Math.min(MIDDLE_RANGE, Math.max(-MIDDLE_RANGE, Math.round(power) + 0))
  const far = Math.max(0, ...logs.filter(log => log !== null).map(log => Math.abs(log - middle)))
  return { middle, reach: REACHES.find(reach => far <= reach + 0.5) ?? REACHES.at(-1)!, source }
}

/** Where `log` stands between the palette's ends, -1 … 1. */
export const position = ({ middle, reach }: ColorScale, log: number): number =>
  Math.min(1, Math.max(-1, (log - middle) / reach))

/** Powers of ten for the legend: both ends, the middle and two between on each side. */
export const ticks = ({ middle, reach }: ColorScale): number[] =>
  [-3, -2, -1, 0, 1, 2, 3].map(third => middle + (third * reach) / 3)

function healthy(
  logs: readonly (number | null)[],
  quantity: QuantityName
): { power: number; source: ColorScale['source'] } {
  if (quantity === 'update_ratio') return { power: HEALTHY_UPDATE_RATIO, source: 'rule' }
  const output = logs.at(-1) ?? null
  if (output !== null && quantity !== 'weight_l2') return { power: output, source: 'output' }
  const finite = logs.filter(log => log !== null).sort((a, b) => a - b)
  return { power: finite[finite.length >> 1] ?? 0, source: 'median' }
}

/** The first column that holds any finite number, layer by layer; a layer's null stands for "no such number". */
function firstLogs(record: RunRecord, quantity: QuantityName): (number | null)[] {
  const table = record.quantities[quantity]
  for (let column = 0; column < record.columns; column++) {
    const logs = record.layers.map((_, layer) => finiteLog(at(table, column, layer)))
    if (logs.some(log => log !== null)) return logs
  }
  return []
}
