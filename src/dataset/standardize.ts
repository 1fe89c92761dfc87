import type { Samples } from '../engine'

/**
 * Brings every feature to mean 0 and population standard deviation 1 over `train`, and `test` by the same numbers. A feature
 * that is the same everywhere becomes 0.
 */
export function standardize(
  train: Samples,
  test: Samples | null,
  width: number
): { train: Samples; test: Samples | null } {
  const inputs = train.inputs.slice()
  const testInputs = test?.inputs.slice() ?? null
  for (let feature = 0; feature < width; feature++) {
    const { mean, deviation } = momentsOf(train, feature, width)
    apply(inputs, feature, width, mean, deviation)
    if (testInputs !== null) apply(testInputs, feature, width, mean, deviation)
  }
  return { train: { ...train, inputs }, test: test && { ...test, inputs: testInputs! } }
}

function momentsOf({ inputs, count }: Samples, feature: number, width: number): { mean: number; deviation: number } {
  let sum = 0
  for (let i = feature; i < inputs.length; i += width) sum += inputs[i]!
  const mean = sum / count
  let squares = 0
  for (let i = feature; i < inputs.length; i += width) squares += (inputs[i]! - mean) * (inputs[i]! - mean)
  return { mean, deviation: Math.sqrt(squares / count) || 1 }
}

function apply(values: Float64Array, feature: number, width: number, mean: number, deviation: number): void {
  for (let i = feature; i < values.length; i += width) values[i] = (values[i]! - mean) / deviation
}
