import { powerOfTwo } from '../record'
import { rowCapacity, type Backend, type Fault, type StepStatistics } from './backend'
import { DenseLayer } from './denseLayer'
import type { LayerSlot, Layout } from './layout'
import { lossFor, type Loss } from './loss'
import { largest, safeExponent, shift, writeMoments } from './magnitude'
import { checkMemory, float64Bytes } from './memory'
import { measureDelta, measureGradient, measureWeights } from './measure'
import type { Normalization } from './normalization'
import { createOptimizer, type Optimizer } from './optimizer'
import { addPenaltyGradient, penalty } from './penalty'
import { Skip } from './residual'
import type { Numbers, RunningStatistics, TrainingTask } from './spec'
import { createStatistics } from './statistics'

/** The oracle: plain float64 arithmetic that follows the formulas. Another backend is right when it agrees with this one. */
export const createFloat64Backend = (task: TrainingTask, layout: Layout): Backend => new Float64Backend(task, layout)

/** What a net's gradients and activations are for a few samples, without training it. */
export class Observer {
  private readonly backend: Float64Backend

  /** For the first `count` samples of an order. */
  constructor(
    task: TrainingTask,
    layout: Layout,
    private readonly count: number
  ) {
    this.backend = new Float64Backend({ ...task, batchSize: count, optimizer: NO_STEP }, layout)
  }

  /** ∂loss/∂parameters, flat [parameters]; a view until the next look. */
  look(parameters: Numbers, order: Int32Array): Float64Array {
    this.backend.setParameters(parameters)
    this.backend.step(order, 0, this.count, false)
    return this.backend.lastGradient
  }

  /** a of `layer` (from 0) for the last look [count × outputs]; a view until the next look. */
  activations(layer: number): Float64Array {
    return this.backend.activationsOf(layer)
  }
}

/** No step is made, so an optimizer without state will do. */
const NO_STEP: TrainingTask['optimizer'] = {
  name: 'sgd',
  learning_rate: 0,
  momentum: 0,
  nesterov: false,
  weight_decay: 0,
  clipnorm: null,
  clipvalue: null
}

/** Deltas outside this range are multiplied by a power of two, which the recorded magnitudes take back. */
const [SMALLEST_DELTA, LARGEST_DELTA] = [powerOfTwo(-100), powerOfTwo(100)]

class Float64Backend implements Backend {
  readonly statistics: StepStatistics
  private readonly loss: Loss
  private readonly optimizer: Optimizer
  private readonly layers: readonly DenseLayer[]
  private readonly weights: Float64Array // [parameters]
  private readonly gradient: Float64Array // [parameters]
  private readonly change: Float64Array // [parameters]
  private readonly features: Float64Array // [rows × inputs]
  private readonly targets: Float64Array // [rows × target width]
  private delta: Float64Array // [rows × widest layer]
  private nextDelta: Float64Array // [rows × widest layer]
  private exponent = 0 // delta · 2^exponent is ∂loss/∂a, ∂loss/∂y or ∂loss/∂z
  private readonly skip: Skip
  private readonly width: number
  private count = 0
  private fault: Fault | null = null

  constructor(
    private readonly task: TrainingTask,
    private readonly layout: Layout
  ) {
    checkMemory(float64Bytes(task, layout), 'float64')
    const rows = rowCapacity(task)
    const widest = Math.max(...layout.layers.map(layer => layer.outputs))
    this.statistics = createStatistics(layout)
    this.loss = lossFor(task)
    this.optimizer = createOptimizer(task.optimizer, layout.parameters)
    this.layers = layout.layers.map((slot, index) => new DenseLayer(slot, task.layers[index]!, rows))
    this.weights = new Float64Array(layout.parameters)
    this.gradient = new Float64Array(layout.parameters)
    this.change = new Float64Array(layout.parameters)
    this.features = new Float64Array(rows * task.inputs)
    this.width = this.loss.targetWidth(layout.layers.at(-1)!.outputs)
    this.targets = new Float64Array(rows * this.width)
    this.delta = new Float64Array(rows * widest)
    this.nextDelta = new Float64Array(rows * widest)
    this.skip = new Skip(rows * widest)
  }

  setParameters(parameters: Numbers): void {
    this.weights.set(parameters)
    this.optimizer.reset()
    for (const { running } of this.layers) running?.reset()
  }

  parameters(): Float64Array {
    return this.weights.slice()
  }

  weight(layer: number, unit: number, input: number): number {
    const { weights, inputs } = this.layout.layers[layer]!
    return this.weights[weights + unit * inputs + input]!
  }

  running(layer: number): RunningStatistics | null {
    return this.layers[layer]!.running?.copy() ?? null
  }

  preactivations(layer: number): Float64Array {
    const { z, slot } = this.layers[layer]!
    return z.subarray(0, this.count * slot.outputs)
  }

  get lastGradient(): Float64Array {
    return this.gradient
  }

  activationsOf(layer: number): Float64Array {
    const { a, slot } = this.layers[layer]!
    return a.subarray(0, this.count * slot.outputs)
  }

  predict(inputs: Float64Array, start: number, count: number): Float64Array {
    this.features.set(inputs.subarray(start * this.task.inputs, (start + count) * this.task.inputs))
    this.forward(count, false)
    return this.activationsOf(this.layers.length - 1)
  }

  step(order: Int32Array, start: number, count: number, update: boolean): Fault | null {
    this.fault = null
    this.gather(order, start, count)
    this.forward(count, true)
    this.measureActivations()
    this.measureLoss()
    this.backward()
    measureWeights(this.statistics.weightL2, this.weights, this.layout)
    this.statistics.updateL2.value.fill(0)
    if (update) this.update()
    return this.fault
  }

  /** Copies the mini-batch's rows together. */
  private gather(order: Int32Array, start: number, count: number): void {
    const { task, features, targets, width } = this
    for (let row = 0; row < count; row++) {
      const sample = order[start + row]!
      for (let i = 0; i < task.inputs; i++) {
        features[row * task.inputs + i] = task.train.inputs[sample * task.inputs + i]!
      }
      for (let i = 0; i < width; i++) targets[row * width + i] = task.train.targets[sample * width + i]!
    }
  }

  /** What enters `layer`: the features or the activations before it. */
  private inputOf(layer: number): Float64Array {
    return layer === 0 ? this.features : this.layers[layer - 1]!.a
  }

  private forward(count: number, training: boolean): void {
    this.count = count
    this.layers.forEach((layer, index) => layer.forward(this.weights, this.inputOf(index), count, training))
  }

  private measureActivations(): void {
    const { activationMean, activationStd, active } = this.statistics
    this.layers.forEach((layer, index) => {
      const size = this.count * layer.slot.outputs
      const max = writeMoments(activationMean, activationStd, index, layer.a, size)
      if (layer.activation.dies) layer.markActive(active, this.count)
      this.check(largest(layer.z, 0, size), index, 'activation')
      this.check(max, index, 'activation')
    })
  }

  /** The loss, the accuracy and ∂loss/∂a of the output layer. */
  private measureLoss(): void {
    const { loss, targets, width, count, statistics, delta, task } = this
    const { a, slot } = this.layers.at(-1)!
    let [sum, right] = [0, 0]
    for (let row = 0; row < count; row++) {
      const start = row * slot.outputs
      sum += loss.value(a, start, slot.outputs, targets, row * width)
      right += loss.right(a, start, slot.outputs, targets, row * width)
      loss.slope(a, start, slot.outputs, targets, row * width, delta, count)
    }
    statistics.loss = sum / count + penalty(this.weights, this.layout, task.l1, task.l2)
    statistics.accuracy = right / count
    this.check(statistics.loss, null, 'loss')
  }

  /** From the output layer to the first: delta · 2^exponent is ∂loss/∂a, then ∂loss/∂y, then ∂loss/∂z. */
  private backward(): void {
    this.exponent = 0
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index]!
      const size = this.count * layer.slot.outputs
      if (layer.slot.residual) this.skip.keep(this.delta, size, this.exponent)
      layer.throughActivation(this.delta, this.count)
      this.settle(size, SMALLEST_DELTA, LARGEST_DELTA)
      if (layer.normalization !== null) this.throughNormalization(layer.normalization, layer.slot)
      measureDelta(this.statistics, index, this.delta, this.count, layer.slot, this.exponent)
      if (layer.activation.steepest !== null) this.statistics.saturated[index] = layer.saturated(this.count)
      layer.gradients(this.gradient, this.delta, this.inputOf(index), this.count)
      this.finishGradient(index, this.exponent)
      if (index > 0) this.passDown(layer)
    }
  }

  /** Brings a delta whose largest entry is outside of smallest … most near 1 by a power of two, which changes no bit. */
  private settle(size: number, smallest: number, most: number): void {
    const upward = safeExponent(largest(this.delta, 0, size), smallest, most)
    shift(this.delta, 0, size, upward)
    this.exponent -= upward
  }

  /** Gradients of γ and β; ∂loss/∂y → ∂loss/∂z, from near 1 on, as the z may be of any size. */
  private throughNormalization(normalization: Normalization, { outputs, scales, end }: LayerSlot): void {
    const size = this.count * outputs
    this.settle(size, 1, 2)
    normalization.gradients(this.gradient, this.delta, this.count)
    shift(this.gradient, scales, end, this.exponent)
    normalization.backward(this.weights, this.delta, this.count)
    this.settle(size, SMALLEST_DELTA, LARGEST_DELTA)
  }

  /** ∂loss/∂z of `layer` → ∂loss/∂a of the layer before it. */
  private passDown(layer: DenseLayer): void {
    const size = this.count * layer.slot.inputs
    layer.backward(this.nextDelta, this.weights, this.delta, this.count)
    if (layer.slot.residual) this.exponent = this.skip.addTo(this.nextDelta, size, this.exponent)
    ;[this.delta, this.nextDelta] = [this.nextDelta, this.delta]
  }

  /** Measures a layer's gradient · 2^exponent, then leaves it in the flat array as the optimizer is to see it. */
  private finishGradient(index: number, exponent: number): void {
    const { gradient, weights: parameters, task } = this
    const { weights, biases, scales, end } = this.layers[index]!.slot
    if (task.l1 !== 0 || task.l2 !== 0) {
      shift(gradient, weights, scales, exponent)
      addPenaltyGradient(gradient, parameters, weights, biases, task.l1, task.l2)
      exponent = 0
    }
    measureGradient(this.statistics, index, gradient, this.layers[index]!.slot, exponent)
    shift(gradient, weights, scales, exponent)
    this.statistics.seen[index] = largest(gradient, weights, scales)
    this.check(largest(gradient, weights, end), index, 'gradient')
  }

  private update(): void {
    const { weights: parameters, change, statistics } = this
    this.optimizer.step(parameters, this.gradient, change)
    for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i]! + change[i]!
    measureWeights(statistics.updateL2, change, this.layout)
    this.layers.forEach((layer, index) => {
      layer.remember(this.count)
      this.check(largest(parameters, layer.slot.weights, layer.slot.end), index, 'weight')
    })
  }

  /** Remembers the first value that is not finite. */
  private check(value: number, layer: number | null, quantity: Fault['quantity']): void {
    if (!Number.isFinite(value)) this.fault ??= { layer, quantity }
  }
}
