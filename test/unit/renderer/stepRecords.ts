import { scaled, type RunRecord } from '../../../src/record'
import { COMPLETED, recordOf, tenTo } from './records'

/** The first epoch's steps that are kept of 13, and those before a break. */
export const EARLY = [1, 2, 3, 4, 6, 8, 12]

/** Blows up in step 88 of epoch 7, a factor of ten in each of the last steps. */
export const blowingUp = (): RunRecord => {
  const power = (step: number) => (step < 72 ? 0.1 : (step - 71) * 1)
  const value = (step: number, power: number) => (step >= 88 ? scaled(NaN) : tenTo(power))
  return recordOf({
    name: 'blowing-up',
    hidden: [8, 8, 8],
    activation: 'relu',
    epochs: 20,
    columns: 8,
    quantities: { delta_rms: (epoch, layer) => (epoch === 7 ? scaled(NaN) : tenTo(-0.3 - 0.1 * layer)) },
    curves: { loss: epoch => (epoch === 7 ? scaled(NaN) : scaled(0.7)), test_loss: () => scaled(0.7) },
    steps: {
      kept: [...EARLY, ...Array.from({ length: 17 }, (_, i) => 72 + i)],
      quantities: { delta_rms: (step, layer) => value(step, power(step) - 0.1 * layer) },
      curves: { loss: step => value(step, power(step)) }
    },
    events: {
      nonfinite: { step: 88, epoch: 7, layer: 1, quantity: 'gradient' },
      stop: { reason: 'nonfinite', epoch: 7 }
    }
  })
}

/** Learns as it should, with its first steps; after `columns` epochs. `spread`: how many decades hidden 1 gains in them. */
export const stepping = (columns = 31, kept: readonly number[] = EARLY, spread = 0): RunRecord => {
  const delta = (_: number, layer: number) => tenTo(-0.4 - 0.1 * layer)
  return recordOf({
    name: 'stepping',
    hidden: [8, 8, 8],
    activation: 'tanh',
    epochs: 30,
    columns,
    quantities: { delta_rms: delta },
    curves: { loss: epoch => scaled(0.7 - 0.01 * epoch), test_loss: () => scaled(0.7), accuracy: () => scaled(0.5) },
    steps: {
      kept,
      quantities: {
        delta_rms: (step, layer) => (layer === 0 ? tenTo(-0.4 + (spread * step) / 12) : delta(step, layer))
      },
      curves: { loss: step => scaled(0.7 - 0.001 * step) }
    },
    events: columns === 31 ? COMPLETED(30) : {}
  })
}
