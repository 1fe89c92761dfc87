import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createBackend, type TrainingTask } from '../../../src/engine'
import { probedEpochs } from '../../../src/engine/probe'
import { layer, randomSamples, run, taskWith } from './taskWith'

const PROBE = { count: 3, inputs: Float64Array.of(0, 0, 1, -2, 3, 1) }
const frames = (task: TrainingTask) =>
  run(task, createBackend).yielded.flatMap(event => (event.type === 'frame' ? [event] : []))

/** One linear layer: the logits are W x + b. */
const linear = (loss: TrainingTask['loss'], parameters: number[], outputs: number): TrainingTask =>
  taskWith({
    layers: [layer(outputs, 'linear')],
    loss,
    probe: PROBE,
    epochs: 0,
    initialParameters: Float64Array.from(parameters)
  })

describe('probabilities of the probe', () => {
  it('are a softmax, in 255ths', () => {
    const [frame] = frames(linear('categorical_crossentropy', [1, 0, 0, 1, 0.5, 0], 2))
    const share = (a: number, b: number) => Math.round((255 * Math.exp(a)) / (Math.exp(a) + Math.exp(b)))
    assert.deepEqual(Array.from(frame!.values), [share(0.5, 0), share(0, 0.5), share(1.5, -2), share(-2, 1.5), share(3.5, 1), share(1, 3.5)]) // prettier-ignore
  })

  it('of one binary output are those of two classes', () => {
    const [frame] = frames(linear('binary_crossentropy', [1, 0, 0], 1))
    assert.deepEqual(Array.from(frame!.values), [128, 128, 69, 186, 12, 243])
  })

  it('come at most at eight epochs, the first and the last among them, and at the epoch where a run stops', () => {
    assert.deepEqual(probedEpochs(0), [0])
    assert.deepEqual(probedEpochs(3), [0, 1, 2, 3])
    assert.deepEqual(probedEpochs(70), [0, 10, 20, 30, 40, 50, 60, 70])
    const task = taskWith({ probe: PROBE, epochs: 70 })
    assert.deepEqual(frames({ ...task, stop: { nonfinite: true, lossBelow: 100 } }).map(frame => frame.epoch), [0, 1]) // prettier-ignore
    assert.deepEqual(frames(task).map(frame => frame.epoch), [0, 10, 20, 30, 40, 50, 60, 70]) // prettier-ignore
  })

  it('leave no trace in what is recorded of training', () => {
    for (const precision of ['float64', 'float32'] as const) {
      const task = taskWith({ precision, test: randomSamples(9, 2, 2) })
      const [plain, probed] = [run(task, createBackend), run({ ...task, probe: PROBE }, createBackend)]
      assert.deepEqual(probed.columns, plain.columns)
      assert.deepEqual(probed.result.parameters(), plain.result.parameters())
    }
  })
})
