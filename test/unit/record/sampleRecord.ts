import {
  CURVE_NAMES,
  emptyTable,
  put,
  QUANTITY_NAMES,
  RecordBuilder,
  scaled,
  type Column,
  type RunHeader,
  type Scaled
} from '../../../src/record'

export const HEADER: RunHeader = {
  engine: '1',
  name: 'sample',
  experiment: { dataset: { name: 'spiral' }, seed: 7 },
  layers: [
    { name: 'hidden 1', inputs: 2, outputs: 3, activation: 'tanh' },
    { name: 'output', inputs: 3, outputs: 2, activation: 'softmax' }
  ],
  parameters: 17,
  data: {
    name: 'spiral',
    task: 'classification',
    trainSamples: 8,
    testSamples: 2,
    inputs: 2,
    classes: ['0', '1'],
    digest: 'abc'
  },
  epochs: 40,
  stepsPerEpoch: 1,
  subject: null,
  baseline: null,
  outcomeSubject: null
}

/** A column whose every quantity has these two numbers. */
export function column(epoch: number, first: Scaled, second: Scaled): Column {
  const both = emptyTable(1, 2)
  put(both, 0, 0, first)
  put(both, 0, 1, second)
  const half = emptyTable(1, 1)
  put(half, 0, 0, scaled(0.5))
  return {
    epoch,
    curves: Object.fromEntries(CURVE_NAMES.map(name => [name, half])) as Column['curves'],
    quantities: Object.fromEntries(QUANTITY_NAMES.map(name => [name, both])) as Column['quantities']
  }
}

/** Of tanh and softmax, of which no unit dies. */
export function sampleBuilder(epochs: number): RecordBuilder {
  const builder = new RecordBuilder(HEADER)
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const whole = column(epoch, scaled(0.236, -epoch), scaled(1.7))
    builder.add({ ...whole, quantities: { ...whole.quantities, dead_fraction: emptyTable(1, 2) } })
  }
  return builder
}
