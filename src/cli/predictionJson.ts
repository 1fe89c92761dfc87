import { expText, isCovered, type NamedPrediction, type Prediction } from '../theory'

/** A line of `predict --json`; `ln_std` is the standard deviation of the logarithm of delta's mean square. */
export const predictionJson = ({ name, predicted }: NamedPrediction): string =>
  JSON.stringify(
    isCovered(predicted)
      ? { name, covered: true, why: null, ...numbersOf(predicted) }
      : { name, covered: false, why: predicted.why, ...NOTHING }
  )

const NOTHING = {
  layers: [],
  decades: null,
  q_star: null,
  chi_star: null,
  depth_scale: null,
  sigma_w2: null,
  critical_sigma_w2: null
}

const numbersOf = ({ layers, decades, fixedPoint, sigmaW2, criticalSigmaW2 }: Prediction): object => ({
  layers: layers.map(({ name, lnQ, q, chi, deltaRelative, lnDeltaRelative, lnStd }) => ({
    name,
    q: inRange(q, lnQ),
    chi: jsonNumber(chi),
    delta_relative: inRange(deltaRelative, lnDeltaRelative),
    ln_std: jsonNumber(lnStd)
  })),
  decades: jsonNumber(decades),
  q_star: jsonNumber(fixedPoint?.q ?? null),
  chi_star: jsonNumber(fixedPoint?.chi ?? null),
  depth_scale: jsonNumber(fixedPoint?.depthScale ?? null),
  sigma_w2: jsonNumber(sigmaW2),
  critical_sigma_w2: jsonNumber(criticalSigmaW2)
})

/** A number that float64 may not hold, by its logarithm: then its text. */
const inRange = (value: number, ln: number): number | string | null =>
  Number.isFinite(ln) && !(value >= LEAST && value <= Number.MAX_VALUE) ? expText(ln, 6) : jsonNumber(value)

/** Below this float64 has fewer digits. */
const LEAST = 2.2250738585072014e-308

/** Infinities and NaN are strings, as in every line of JSON that this program prints. */
const jsonNumber = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)
