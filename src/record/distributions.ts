import { deflate, inflate } from './bytes'
import { asArray, asCount, asObject, asString } from './parse'
import type { Json, JsonObject } from './json'

/** Bars of a histogram. */
export const BINS = 32

/**
 * Histograms of one kind of numbers, one a layer, each over its own range, whose ends are float32. Bars are shares of the highest one, 255; what is there at all is
 * at least 1.
 */
export interface Histograms {
  /** [layers] lower end of the first bar; NaN where a layer had no finite number */
  readonly from: readonly number[]
  /** [layers] upper end of the last bar */
  readonly to: readonly number[]
  /** [layers × BINS] */
  readonly bars: Uint8Array
}

/**
 * How numbers spread within layers at one moment: over the first mini-batch (at most 32 samples) of the epoch's order, with the parameters
 * after `epoch`; epoch 0 is before any update.
 */
export interface Distribution {
  readonly epoch: number
  /** log2 |∂loss/∂W|: a bar is a factor of two, the last one holds the largest; what is smaller than the first bar counts in it */
  readonly weightGradient: Histograms
  /** [layers] float32, share of the weights whose gradient is exactly 0 */
  readonly zeroGradient: readonly number[]
  /** [layers] float32, fraction of a layer's units whose row of ∂loss/∂W equals another unit's */
  readonly duplicateGradients: readonly number[]
  /** activations a (output layer: what the loss works on) */
  readonly activation: Histograms
}

const encodeHistograms = ({ from, to, bars }: Histograms): JsonObject => ({
  from: encodeRow(from),
  to: encodeRow(to),
  bars: deflate(bars)
})

/** One number a layer, as float32. */
const encodeRow = (values: readonly number[]): string => deflate(new Uint8Array(Float32Array.from(values).buffer))

/** Distributions as JSON. */
export const encodeDistributions = (all: readonly Distribution[]): Json =>
  all.map(({ epoch, weightGradient, zeroGradient, duplicateGradients, activation }) => ({
    epoch,
    weightGradient: encodeHistograms(weightGradient),
    zeroGradient: encodeRow(zeroGradient),
    duplicateGradients: encodeRow(duplicateGradients),
    activation: encodeHistograms(activation)
  }))

/** At most this many moments are in a record: initialisation, the first epoch and the last. */
const MOST = 3

/** What `encodeDistributions` wrote; throws a `RecordError` for anything else. */
export function parseDistributions(value: unknown, layers: number): Distribution[] {
  return asArray(value, 'distributions', MOST).map((each, i) => parseDistribution(each, layers, `distributions[${i}]`))
}

function parseDistribution(value: unknown, layers: number, path: string): Distribution {
  const fields = asObject(value, path)
  const row = (name: string) => decodeRow(fields[name], layers, `${path}.${name}`)
  return {
    epoch: asCount(fields['epoch'], `${path}.epoch`),
    weightGradient: parseHistograms(fields['weightGradient'], layers, `${path}.weightGradient`),
    zeroGradient: row('zeroGradient'),
    duplicateGradients: row('duplicateGradients'),
    activation: parseHistograms(fields['activation'], layers, `${path}.activation`)
  }
}

function parseHistograms(value: unknown, layers: number, path: string): Histograms {
  const fields = asObject(value, path)
  return {
    from: decodeRow(fields['from'], layers, `${path}.from`),
    to: decodeRow(fields['to'], layers, `${path}.to`),
    bars: inflate(asString(fields['bars'], `${path}.bars`), layers * BINS, `${path}.bars`)
  }
}

function decodeRow(value: unknown, layers: number, path: string): number[] {
  const bytes = inflate(asString(value, path), 4 * layers, path)
  return [...new Float32Array(bytes.slice().buffer)]
}
