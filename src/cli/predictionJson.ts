import { isCovered, type NamedPrediction, type Prediction } from '../theory'

/** A line of `predict --json`; `ln_std` is the standard deviation of the logarithm of delta's mean square. */
export const predictionJson = ({ name, predicted }: NamedPrediction): string =>
  JSON.stringify(
    isCovered(predicted)
      ? { name, covered: true, why: null, ...numbersOf(predicted) }
      : { name, covered: false, why: predicted.why, ...NOTHING }
  )

const NOTHING = { layers: [], decades: null, q_star: null, chi_star: null, depth_scale: null }

const numbersOf = ({ layers, decades, fixedPoint }: Prediction): object => ({
  layers: layers.map(({ name, q, chi, deltaRelative, lnStd }) => ({
    name,
    q: jsonNumber(q),
    chi: jsonNumber(chi),
    delta_relative: jsonNumber(deltaRelative),
    ln_std: jsonNumber(lnStd)
  })),
  decades: jsonNumber(decades),
  q_star: jsonNumber(fixedPoint?.q ?? null),
  chi_star: jsonNumber(fixedPoint?.chi ?? null),
  depth_scale: jsonNumber(fixedPoint?.depthScale ?? null)
})

/** Infinities and NaN are strings, as in every line of JSON that this program prints. */
const jsonNumber = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)
