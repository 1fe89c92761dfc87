import { linkOf, type Loss } from '../catalogue'
import { answersShares } from './answer'
import { rowCapacity, type Backend } from './backend'
import type { Layout } from './layout'
import { exp } from '../arithmetic'
import type { Probe, TrainingTask } from './spec'

/**
 * What the network makes of the probe's inputs: class probabilities as bytes, round(255 p), [rows × classes]. One output with
 * a sigmoid stands for two classes. Outputs that are shares already are taken as they are, also where a cross-entropy would
 * squeeze them once more: they are what the cell's author reads, and what accuracy is told by. Yields the number of rows after each bounded piece of work.
 */
export function* probabilities(
  backend: Backend,
  task: TrainingTask,
  layout: Layout,
  { inputs, count }: Probe
): Generator<number, Uint8Array> {
  const outputs = layout.layers.at(-1)!.outputs
  const classes = classesOf(task, outputs)
  const bytes = new Uint8Array(count * classes)
  const rows = rowCapacity(task)
  for (let start = 0; start < count; start += rows) {
    const size = Math.min(rows, count - start)
    const answers = backend.predict(inputs, start, size)
    const write = PROBABILITIES[answersShares(task) ? 'linear' : linkOf(task.loss)]
    for (let row = 0; row < size; row++) write(answers, row * outputs, outputs, bytes, (start + row) * classes, classes)
    yield size
  }
  return bytes
}

const classesOf = ({ loss }: TrainingTask, outputs: number): number =>
  linkOf(loss) === 'sigmoid' && outputs === 1 ? 2 : outputs

type Answers = Float64Array | Float32Array

/** NaN becomes 0. */
const byte = (probability: number): number => Math.floor(255 * Math.min(1, Math.max(0, probability)) + 0.5)

function softmax(answers: Answers, start: number, outputs: number, bytes: Uint8Array, at: number): void {
  let max = -Infinity
  for (let i = 0; i < outputs; i++) max = Math.max(max, answers[start + i]!)
  let sum = 0
  for (let i = 0; i < outputs; i++) sum += exp(answers[start + i]! - max)
  for (let i = 0; i < outputs; i++) bytes[at + i] = byte(exp(answers[start + i]! - max) / sum)
}

function sigmoid(answers: Answers, start: number, outputs: number, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < outputs; i++) put(1 / (1 + exp(-answers[start + i]!)), i, outputs === 1, bytes, at)
}

/** A loss of numbers on classes, or outputs that are probabilities: 0 … 1 is what training asks for. */
function share(answers: Answers, start: number, outputs: number, bytes: Uint8Array, at: number, classes: number): void {
  for (let i = 0; i < outputs; i++) put(answers[start + i]!, i, classes > outputs, bytes, at)
}

/** The probability that output `i` says; that of the second class where a single output stands for two. */
function put(probability: number, i: number, forTwo: boolean, bytes: Uint8Array, at: number): void {
  bytes[at + (forTwo ? 1 : i)] = byte(probability)
  if (forTwo) bytes[at] = byte(1 - probability)
}

const PROBABILITIES: Readonly<Record<Loss['link'], typeof share>> = { linear: share, sigmoid, softmax }

/** At most eight epochs, evenly spaced, the first and the last among them. */
export function probedEpochs(epochs: number): readonly number[] {
  const last = Math.min(MOST_PROBES, epochs + 1) - 1
  return Array.from({ length: last + 1 }, (_, i) => (last === 0 ? 0 : Math.round((i * epochs) / last)))
}

const MOST_PROBES = 8
