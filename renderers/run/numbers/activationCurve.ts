/** φ and φ′ at z, for drawing: nothing that a run computes comes from here. */
export interface ActivationCurve {
  value(z: number): number
  slope(z: number): number
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
const SELU = { scale: 1.0507009873554805, alpha: 1.6732632423543772 }
const bell = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Φ(z) by Zelen and Severo's approximation (Abramowitz & Stegun 26.2.17), to 1e-7. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t
  const tail = bell(z) * series
  return z < 0 ? tail : 1 - tail
}

const leaky = (slope: number): ActivationCurve => ({
  value: z => (z > 0 ? z : slope * z),
  slope: z => (z > 0 ? 1 : slope)
})

const CURVES: Readonly<Record<string, ActivationCurve>> = {
  sigmoid: { value: sigmoid, slope: z => sigmoid(z) * (1 - sigmoid(z)) },
  tanh: { value: Math.tanh, slope: z => 1 - Math.tanh(z) ** 2 },
  relu: leaky(0),
  elu: { value: z => (z > 0 ? z : Math.expm1(z)), slope: z => (z > 0 ? 1 : Math.exp(z)) },
  selu: {
    value: z => SELU.scale * (z > 0 ? z : SELU.alpha * Math.expm1(z)),
    slope: z => SELU.scale * (z > 0 ? 1 : SELU.alpha * Math.exp(z))
  },
  gelu: { value: z => z * normal(z), slope: z => normal(z) + z * bell(z) },
  silu: { value: z => z * sigmoid(z), slope: z => sigmoid(z) * (1 + z * (1 - sigmoid(z))) },
  softplus: { value: z => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), slope: sigmoid },
  softsign: { value: z => z / (1 + Math.abs(z)), slope: z => (1 + Math.abs(z)) ** -2 },
  linear: { value: z => z, slope: () => 1 }
}

/** The curve of an activation by its name in a record; null for softmax, which is no function of one number. */
export function activationCurve(name: string, negativeSlope = 0.01): ActivationCurve | null {
  if (name === 'leaky_relu') return leaky(negativeSlope)
  return Object.hasOwn(CURVES, name) ? CURVES[name]! : null
}
