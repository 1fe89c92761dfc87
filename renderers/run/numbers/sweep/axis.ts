import { multiples, niceStep } from '../ticks'

/** A scale from numbers to 0 … 1, and the numbers at its ticks. */
export interface Axis {
  readonly log: boolean
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

/** Numbers that span more than this ratio are told apart by their logarithms only. */
const LOG_FROM = 30

/** An axis for `numbers`, of which those that are not finite have no place. `log`: whether it is asked for; undefined: where it helps. */
export function axisFor(numbers: readonly number[], most: number, log?: boolean): Axis {
  const finite = numbers.filter(Number.isFinite)
  const [low, high] = extent(finite)
  const isLog = log ?? (low > 0 && high / low > LOG_FROM)
  return isLog && low > 0 ? logAxis(low, high, most) : linearAxis(Math.min(0, low), high, most)
}

/** The same from the least to the largest number, for what is no amount. */
export function axisBetween(numbers: readonly number[], most: number, log: boolean): Axis {
  const [low, high] = extent(numbers)
  if (log && low > 0) return { ...logAxis(low, high, most), from: low, to: high }
  const step = niceStep(Math.max(1e-300, (high - low) / most))
  return { log: false, from: low, to: high, ticks: multiples(step, low, high) }
}

/** Where a number stands, 0 … 1; beyond the ends, and where it is infinite, at the end. */
export function placeOn({ log, from, to }: Axis, value: number): number {
  if (to === from) return 0.5
  const share = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share))
}

const extent = (numbers: readonly number[]): [number, number] =>
  numbers.length === 0 ? [0, 1] : [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))]

function linearAxis(low: number, high: number, most: number): Axis {
  const to = high > low ? high : low + 1
  const step = niceStep((to - low) / most)
  return {
    log: false,
    from: low,
    to: Math.ceil(to / step - 1e-9) * step,
    ticks: multiples(step, low, to + step * 0.999)
  }
}

function logAxis(low: number, high: number, most: number): Axis {
  const [first, last] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)]
  const step = Math.max(1, Math.ceil((last - first) / most))
  const powers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => 10 ** (first + i * step))
  const inside = (ticks: readonly number[]) => ticks.filter(tick => tick >= low * 0.999 && tick <= high * 1.001)
  const whole = inside(powers)
  const ticks = whole.length > 2 || step > 1 ? whole : inside(powers.flatMap(power => [power, 3 * power]))
  return { log: true, from: low, to: Math.max(high, low * 1.001), ticks }
}
