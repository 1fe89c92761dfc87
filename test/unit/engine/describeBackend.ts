import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom, train, type Backend, type BackendFactory, type TrainingTask } from '../../../src/engine'
import { at, scaled, toNumber, type Column, type QuantityName } from '../../../src/record'
import { flatParameters, readCases, taskOf, type ReferenceCase } from './referenceCase'

export interface Tolerance {
  /** of losses and magnitudes */
  readonly relative: number
  /** of signed means and parameters, where `relative` would allow less */
  readonly absolute: number
}

/** The suite that every backend passes: PyTorch's numbers for all cases of test/reference/gradients. */
export function describeBackend(
  precision: TrainingTask['precision'],
  createBackend: BackendFactory,
  tolerance: Tolerance
): void {
  describe(`${precision} backend`, () => {
    for (const reference of readCases()) {
      it(`agrees with PyTorch on ${reference.name}`, () => {
        checkCase(reference, runCase(reference, precision, createBackend), tolerance)
      })
    }
  })
}

interface Outcome {
  readonly columns: readonly Column[]
  readonly parameters: Float64Array
  /** [epoch][layer] mean over the epoch's steps of the norm of the optimizer's step */
  readonly updates: readonly (readonly number[])[]
}

function runCase(
  reference: ReferenceCase,
  precision: TrainingTask['precision'],
  createBackend: BackendFactory
): Outcome {
  const task = taskOf(reference, precision)
  const perStep: number[][] = []
  const watched: BackendFactory = (...made) => watchUpdates(createBackend(...made), perStep)
  const training = train(task, createRandom(0), watched)
  const columns: Column[] = []
  let next = training.next()
  for (; next.done !== true; next = training.next()) if (next.value.type === 'column') columns.push(next.value.column)
  return { columns, parameters: next.value.parameters(), updates: epochMeans(perStep, reference) }
}

/** The same backend, of which every update's norms [layers] are noted in `perStep`. */
function watchUpdates(backend: Backend, perStep: number[][]): Backend {
  const { value, exponent } = backend.statistics.updateL2
  return {
    statistics: backend.statistics,
    setParameters: parameters => backend.setParameters(parameters),
    parameters: () => backend.parameters(),
    weight: (...place) => backend.weight(...place),
    preactivations: layer => backend.preactivations(layer),
    predict: (...rows) => backend.predict(...rows),
    step(order, start, count, update) {
      const fault = backend.step(order, start, count, update)
      if (update) perStep.push(Array.from(value, (norm, layer) => toNumber(scaled(norm, exponent[layer]!))!))
      return fault
    }
  }
}

function epochMeans(perStep: readonly number[][], { inputs, batch_size, epochs }: ReferenceCase): number[][] {
  const steps = Math.ceil(inputs.length / batch_size)
  return Array.from({ length: epochs }, (_, epoch) => {
    const rows = perStep.slice(epoch * steps, (epoch + 1) * steps)
    return rows[0]!.map((_, layer) => rows.reduce((sum, row) => sum + row[layer]!, 0) / rows.length)
  })
}

const MAGNITUDES = [
  'weight_gradient_l2',
  'weight_gradient_mean_abs',
  'weight_gradient_max_abs',
  'bias_gradient_l2',
  'delta_rms',
  'activation_std',
  'weight_l2'
] as const satisfies readonly QuantityName[]

function checkCase(reference: ReferenceCase, outcome: Outcome, tolerance: Tolerance): void {
  const signed = (value: number) => Math.max(tolerance.absolute, tolerance.relative * Math.abs(value))
  assert.equal(outcome.columns.length, reference.epochs + 1)
  reference.expect.loss.forEach((loss, epoch) => {
    const column = outcome.columns[epoch + 1]!
    near(toNumber(at(column.curves.loss, 0, 0))!, loss, tolerance.relative * Math.abs(loss), `loss, epoch ${epoch + 1}`)
    for (const name of MAGNITUDES) checkRow(reference, column, name, value => tolerance.relative * Math.abs(value))
    checkRow(reference, column, 'activation_mean', signed)
    checkUpdates(reference, outcome, epoch, tolerance)
  })
  const final = flatParameters(reference.final_weights, reference.final_biases)
  final.forEach((value, i) => near(outcome.parameters[i]!, value, signed(value), `parameter ${i}`))
}

function checkRow(
  reference: ReferenceCase,
  column: Column,
  name: QuantityName,
  allowed: (value: number) => number
): void {
  reference.expect[name]![column.epoch - 1]!.forEach((value, layer) => {
    const found = toNumber(at(column.quantities[name], 0, layer))!
    near(found, value, allowed(value), `${name}, epoch ${column.epoch}, layer ${layer}`)
  })
}

/** The reference's update is the realised change, in which the rounding of W in float64 is visible. */
function checkUpdates(reference: ReferenceCase, { updates }: Outcome, epoch: number, tolerance: Tolerance): void {
  reference.expect['update_l2']![epoch]!.forEach((update, layer) => {
    const weight = reference.expect['weight_l2']![epoch]![layer]!
    if (update < 1e-12 * weight) return
    const allowed = tolerance.relative * update + 2 ** -52 * weight
    near(updates[epoch]![layer]!, update, allowed, `update_l2, epoch ${epoch + 1}, layer ${layer}`)
  })
}

function near(found: number, expected: number, allowed: number, what: string): void {
  assert.ok(Math.abs(found - expected) <= allowed, `${what}: ${found} instead of ${expected}, allowed ±${allowed}`)
}
