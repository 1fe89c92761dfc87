import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  createRandom,
  layoutOf,
  train,
  type Backend,
  type BackendFactory,
  type LayerSlot,
  type TrainingTask
} from '../../../src/engine'
import { evaluate } from '../../../src/engine/evaluate'
import { at, scaled, toNumber, type Column, type QuantityName } from '../../../src/record'
import { finalParameters, readCases, taskOf, type ReferenceCase } from './referenceCase'

export interface Tolerance {
  /** of losses and magnitudes */
  readonly relative: number
  /** of signed means and parameters, where `relative` would allow less */
  readonly absolute: number
}

/** The suite that every backend passes: PyTorch's numbers for all cases of test/reference. */
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
  readonly backend: Backend
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
  const backend = watchUpdates(createBackend(task, layoutOf(task.inputs, task.layers)), perStep)
  const training = train(task, createRandom(0), () => backend)
  const columns: Column[] = []
  let next = training.next()
  for (; next.done !== true; next = training.next()) if (next.value.type === 'column') columns.push(next.value.column)
  return { backend, columns, parameters: next.value.parameters(), updates: epochMeans(perStep, reference) }
}

/** The same backend, of which every update's norms [layers] are noted in `perStep`. */
function watchUpdates(backend: Backend, perStep: number[][]): Backend {
  const { value, exponent } = backend.statistics.updateL2
  return {
    statistics: backend.statistics,
    setParameters: parameters => backend.setParameters(parameters),
    parameters: () => backend.parameters(),
    weight: (...place) => backend.weight(...place),
    running: layer => backend.running(layer),
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
    checkBiases(reference, column, tolerance)
    checkRow(reference, column, 'activation_mean', signed)
    checkUpdates(reference, outcome, epoch, tolerance)
  })
  checkParameters(reference, outcome, signed)
  checkAccuracy(reference, outcome)
  checkPredictions(reference, outcome, tolerance)
}

const isBatchNormalized = ({ normalization, hidden_layers }: ReferenceCase, layer: number): boolean =>
  normalization === 'batch' && layer < hidden_layers.length

/** A bias before batch normalization changes nothing: its gradient is 0, and what is found are the rounding errors of a sum. */
function checkBiases(reference: ReferenceCase, column: Column, { relative, absolute }: Tolerance): void {
  const { delta_rms, bias_gradient_l2 } = reference.expect
  bias_gradient_l2![column.epoch - 1]!.forEach((value, layer) => {
    const found = toNumber(at(column.quantities.bias_gradient_l2, 0, layer))!
    const nothing = isBatchNormalized(reference, layer)
    const allowed = nothing ? 10 * absolute * delta_rms![column.epoch - 1]![layer]! : relative * value
    near(found, nothing ? 0 : value, allowed, `bias_gradient_l2, epoch ${column.epoch}, layer ${layer}`)
  })
}

/** Adam makes whole steps even of those rounding errors, so its biases before batch normalization agree with nobody's. */
function checkParameters(reference: ReferenceCase, outcome: Outcome, signed: (value: number) => number): void {
  const { layers } = layoutOf(reference.inputs[0]!.length, taskOf(reference, 'float64').layers)
  const random = ({ biases, scales }: LayerSlot, i: number) => i >= biases && i < scales
  const skipped = (i: number) =>
    reference.optimizer.name.startsWith('adam') &&
    layers.some((slot, layer) => isBatchNormalized(reference, layer) && random(slot, i))
  finalParameters(reference).forEach((value, i) => {
    if (!skipped(i)) near(outcome.parameters[i]!, value, signed(value), `parameter ${i}`)
  })
}

/** The share of samples that are right after training, told by the steps' own accuracy and by that of an evaluation. */
function checkAccuracy(reference: ReferenceCase, { backend }: Outcome): void {
  const { final_accuracy: wanted, inputs, batch_size } = reference
  if (wanted === undefined) return
  const task = taskOf(reference, 'float64')
  const order = Int32Array.from(inputs, (_, i) => i)
  let right = 0
  for (let start = 0; start < order.length; start += batch_size) {
    const count = Math.min(batch_size, order.length - start)
    backend.step(order, start, count, false)
    right += count * backend.statistics.accuracy
  }
  assert.equal(Number.isNaN(right) ? null : Math.round(right), wanted && Math.round(wanted * order.length))
  const work = evaluate(backend, task, layoutOf(task.inputs, task.layers), task.train)
  let next = work.next()
  while (next.done !== true) next = work.next()
  assert.ok(Object.is(next.value.accuracy, wanted) || Math.abs(next.value.accuracy! - wanted!) < 1e-12)
}

/** Outputs after training, to the measure of the largest, as terms cancel in those near 0. */
function checkPredictions(reference: ReferenceCase, { backend }: Outcome, tolerance: Tolerance): void {
  const { test_inputs, predictions } = reference
  if (test_inputs === undefined || predictions === undefined) return
  const logits = backend.predict(Float64Array.from(test_inputs.flat()), 0, test_inputs.length)
  const wanted = predictions.flat()
  const largest = Math.max(...wanted.map(Math.abs))
  wanted.forEach((value, i) => near(logits[i]!, value, tolerance.relative * largest, `logit ${i}`))
  checkRunning(reference, backend, tolerance)
}

/** Means to the measure of the deviation about them. */
function checkRunning(
  { running_means, running_variances }: ReferenceCase,
  backend: Backend,
  { relative, absolute }: Tolerance
): void {
  for (const [layer, means] of (running_means ?? []).entries()) {
    const { mean, variance } = backend.running(layer)!
    means.forEach((value, i) => {
      const spread = running_variances![layer]![i]!
      near(variance[i]!, spread, relative * spread, `running variance ${i} of layer ${layer}`)
      const allowed = Math.max(absolute, relative * Math.sqrt(spread))
      near(mean[i]!, value, allowed, `running mean ${i} of layer ${layer}`)
    })
  }
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
