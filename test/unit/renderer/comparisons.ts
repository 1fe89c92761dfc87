import type { CompareRecord } from '../../../src/record'
import { createRandom } from '../../../src/arithmetic'
import { madeRecord } from '../record/sampleSweep'
import { rateSweep } from './sweeps'

/** A made-up run of eight hidden layers in which a layer leaves `factor` of delta. */
function run(initializer: string, factor: number, last: number, layers = 9) {
  const random = createRandom(layers)
  const noise = () => 1 + 0.1 * random.uniform()
  const record = madeRecord({
    layers,
    epochs: 40,
    loss: column => Math.max(last, 0.69 * (last / 0.69) ** (column / 25)) * noise(),
    accuracy: column => 1 - Math.max(last, 0.69 * (last / 0.69) ** (column / 25)) / 1.4,
    delta: (column, layer) => noise() * 0.1 * (factor + (0.9 - factor) * 0.01 * column) ** (layers - 1 - layer)
  })
  return {
    ...record,
    experiment: { ...record.experiment, initializer, hidden_layers: { depth: layers - 1, units: 16 } }
  }
}

/** Two runs of one shape, one of another, a sweep and a reference to nothing. */
export const sampleComparison = (): CompareRecord => ({
  version: 1,
  name: 'which',
  items: [
    { reference: 'small', kind: 'run', record: run('random_normal', 0.3, 0.6) },
    { reference: 'xavier', kind: 'run', record: run('xavier', 0.85, 0.02) },
    { reference: 'flat', kind: 'run', record: run('xavier', 0.85, 0.1, 4) },
    { reference: 'rates', kind: 'sweep', record: rateSweep() },
    { reference: 'c#12', kind: 'missing', why: 'Cell c has not been run yet.' }
  ]
})
