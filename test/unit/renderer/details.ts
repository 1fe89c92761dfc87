import { BINS, scaled, type Distribution, type Histograms, type RunRecord } from '../../../src/record'
import { healthy, recordOf, regression } from './records'

/** The same histograms for each layer. */
const histograms = (layers: number, from: number, to: number, bars: readonly number[]): Histograms => ({
  from: Array<number>(layers).fill(from),
  to: Array<number>(layers).fill(to),
  bars: Uint8Array.from(Array.from({ length: layers * BINS }, (_, i) => bars[i % BINS] ?? 0))
})

/** A hill in the middle. */
const HILL = Array.from({ length: BINS }, (_, i) => Math.round(255 * Math.max(0, 1 - Math.abs(i - 15.5) / 8)))

export const distribution = (epoch: number, layers: number, power = -20): Distribution => ({
  epoch,
  weightGradient: histograms(layers, power - BINS, power, HILL),
  zeroGradient: Array<number>(layers).fill(0),
  duplicateGradients: Array<number>(layers).fill(0),
  activation: histograms(layers, -1, 1, HILL)
})

/** A run with histograms before training and after epochs 1 and 50. */
export const spreading = (): RunRecord => ({
  ...healthy(),
  distributions: [distribution(0, 6), distribution(1, 6, -18), distribution(50, 6, -12)]
})

/** A classification whose test samples were taken for these classes at its end, [true][taken for]. */
export function answering(counts: readonly (readonly number[])[], unanswered: readonly number[] = []): RunRecord {
  const record = healthy()
  const values = Uint32Array.from(counts.flatMap((row, i) => [...row, unanswered[i] ?? 0]))
  const samples = values.reduce((sum, count) => sum + count, 0)
  return {
    ...record,
    data: { ...record.data, classes: counts.map((_, i) => String(i)) },
    outcomeSubject: { kind: 'classes', split: 'test', samples },
    outcomes: [{ epoch: 50, values }]
  }
}

/** A regression that answered this at its end where 0, 1, 2, … would have been right. */
export const estimating = (values: readonly number[]): RunRecord => ({
  ...regression(),
  outcomeSubject: { kind: 'values', split: 'test', outputs: 1, truth: Float32Array.from(values, (_, i) => i) },
  outcomes: [{ epoch: 200, values: Float32Array.from(values) }]
})

/** Probabilities of two classes: the first answer is for class 0, the second one, too. */
const VALUES = Uint8Array.of(200, 55, 130, 125, 255, 0, 0, 255)

/** A run with predictions before training and after epochs 7 and 50. */
export function pictured(kind: 'surface' | 'images' = 'surface', epochs: readonly number[] = [0, 7, 50]): RunRecord {
  const points = Uint8Array.of(0, 0, 0, 255, 255, 1)
  const images = { kind: 'images', width: 1, images: Uint8Array.of(7, 200), classes: [0, 1] } as const
  const surface = { kind: 'surface', size: 2, x: [0, 1], y: [0, 1], points } as const
  const values = kind === 'images' ? VALUES.subarray(0, 4) : VALUES
  return {
    ...healthy(),
    subject: kind === 'images' ? images : surface,
    frames: epochs.map(epoch => ({ epoch, values }))
  }
}

/** A run whose outputs are no numbers from epoch 2 on, with predictions of then. */
export const broken = (): RunRecord => ({
  ...pictured('surface', [0, 2]),
  ...recordOf({
    hidden: [4],
    activation: 'relu',
    epochs: 2,
    curves: { loss: epoch => scaled(epoch < 2 ? 0.5 : NaN), test_loss: epoch => scaled(epoch < 2 ? 0.6 : NaN) },
    events: { stop: { reason: 'nonfinite', epoch: 2 } }
  }),
  subject: pictured().subject,
  frames: [0, 2].map(epoch => ({ epoch, values: VALUES }))
})
