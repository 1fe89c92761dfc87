import { BINS, exponentOf, type Distribution, type Histograms } from '../record'
import { duplicateUnits } from './duplicates'
import { Observer } from './float64Backend'
import type { Layout } from './layout'
import type { Numbers, TrainingTask } from './spec'

/** Samples that are looked at: enough for a histogram of a layer. */
const MOST_SAMPLES = 32
/** A larger net is not looked at: a single look would hold up a stop. */
const MOST_PARAMETERS = 1_000_000

/** Looks at how gradients and activations spread within layers, in float64 whatever training's precision. */
export class DistributionProbe {
  /** null until the first look, as most runs of a sweep are never looked at */
  private observer: Observer | null = null

  private constructor(
    private readonly task: TrainingTask,
    private readonly layout: Layout,
    private readonly count: number
  ) {}

  /** The probe for `task`; null where none is wanted, or where the net is too large. */
  static of(task: TrainingTask, layout: Layout): DistributionProbe | null {
    if (task.distributions !== true || layout.parameters > MOST_PARAMETERS) return null
    const count = Math.min(task.batchSize, task.train.count, MOST_SAMPLES)
    const fits = task.layers.every(({ normalization }) => normalization !== 'batch') || count >= 2
    return fits ? new DistributionProbe(task, layout, count) : null
  }

  /** Numbers that one look costs, as multiply-adds. */
  get work(): number {
    return 3 * this.count * this.layout.parameters
  }

  /** The first samples of `order` with `parameters`, after `epoch`. */
  look(parameters: Numbers, order: Int32Array, epoch: number): Distribution {
    const { layout } = this
    const observer = (this.observer ??= new Observer(this.task, layout, this.count))
    const gradient = observer.look(parameters, order)
    const { layers } = layout
    const weights = layers.map(({ weights, biases }) => gradient.subarray(weights, biases))
    const at = (layer: number, unit: number, input: number) => weights[layer]![unit * layers[layer]!.inputs + input]!
    return {
      epoch,
      weightGradient: histograms(weights, sizeHistogram),
      zeroGradient: weights.map(zeroShare),
      duplicateGradients: duplicateUnits(at, layout).map(Math.fround),
      activation: histograms(
        layers.map((_, layer) => observer.activations(layer)),
        histogram
      )
    }
  }
}

const zeroShare = (values: Float64Array): number =>
  Math.fround(values.reduce((zeros, value) => zeros + (value === 0 ? 1 : 0), 0) / values.length)

interface Histogram {
  readonly from: number
  readonly to: number
  readonly counts: Float64Array // [BINS]
}

const NOTHING: Histogram = { from: NaN, to: NaN, counts: new Float64Array(BINS) }

function histograms(layers: readonly Float64Array[], of: (values: Float64Array) => Histogram): Histograms {
  const all = layers.map(of)
  const bars = new Uint8Array(layers.length * BINS)
  all.forEach(({ counts }, layer) => bars.set(shares(counts), layer * BINS))
  return { from: all.map(({ from }) => from), to: all.map(({ to }) => to), bars }
}

/** The highest becomes 255, and what is there at all at least 1. */
function shares(counts: Float64Array): Uint8Array {
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  return Uint8Array.from(counts, count => (count === 0 ? 0 : Math.max(1, Math.round((255 * count) / most))))
}

/** By powers of two, from the largest size down; zeros and what is not finite are left out. */
function sizeHistogram(values: Float64Array): Histogram {
  let largest = 0
  for (const value of values) if (Math.abs(value) > largest && Math.abs(value) < Infinity) largest = Math.abs(value)
  if (largest === 0) return NOTHING
  const to = exponentOf(largest) + 1
  const counts = new Float64Array(BINS)
  for (const value of values) {
    if (value === 0 || !Number.isFinite(value)) continue
    const bin = exponentOf(value) - (to - BINS)
    counts[Math.max(0, bin)]!++
  }
  return { from: to - BINS, to, counts }
}

/** In even steps from the least to the largest; what is not finite is left out. */
function histogram(values: Float64Array): Histogram {
  let [from, to] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    from = Math.min(from, value)
    to = Math.max(to, value)
  }
  if (from > to) return NOTHING
  const counts = new Float64Array(BINS)
  const span = to - from
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    const share = span === 0 ? 0.5 : value / span - from / span // in this form a span of 1e308 does not overflow
    counts[Math.min(BINS - 1, Math.floor(share * BINS))]!++
  }
  return { from: Math.fround(from), to: Math.fround(to), counts }
}
