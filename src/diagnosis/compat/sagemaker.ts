import type { QuantityName, RunRecord } from '../../record'
import type { RuleName } from '../finding'
import { largest, least, Measures } from '../measures'
import { PEER_TEXTS } from '../texts/peers'
import type { PeerFinding } from './peerFinding'

/*
 * The built-in rules of Amazon SageMaker Debugger, with their defaults:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/debugger-built-in-rules.html
 * The service looks at tensors that it saved every few steps; here an epoch stands for such a step. Rules that must be configured before they
 * say anything (AllZero, UnchangedTensor, ClassImbalance, Confusion, TensorVariance …) are left out.
 */

const VANISHING = 1e-7
const INACTIVE_LAYER = 0.5
const VARIANCE_RATIO = 10
const GRADIENT_RANGE = 0.001
const INITIAL_STEPS = 10
const SATURATED: Readonly<Record<string, readonly [number, number]>> = {
  tanh: [-9.4999, 9.4999],
  sigmoid: [-23, 16.99999]
}
const [SMALL_UPDATE, LARGE_UPDATE] = [1e-8, 10]
const LOSS_STEPS = 10
const [LEAST_FALL, MOST_RISE] = [0.001, 0.05]
const OVERFIT_RATIO = 0.1
const [TRAIN_PATIENCE, VALIDATION_PATIENCE, OVERTRAINING_DELTA] = [5, 10, 0.01]

/** What SageMaker Debugger's rules say of a run, in the order of its documentation. */
export function sagemaker(record: RunRecord): PeerFinding[] {
  const m = new Measures(record)
  return RULES.flatMap(rule => rule(m) ?? [])
}

type PeerRule = (m: Measures) => PeerFinding | null

/** More than half of a layer's relus are never active in an epoch. */
const deadRelu: PeerRule = m =>
  firstLayers(m, 'DeadRelu', 'dead_relu', 'dead_fraction', INACTIVE_LAYER, dead => dead > INACTIVE_LAYER)

/** Anything that is not finite. */
const explodingTensor: PeerRule = ({ record: { events } }) =>
  events.nonfinite === null
    ? null
    : {
        ...{ rule: 'ExplodingTensor', means: 'nonfinite', value: Infinity, threshold: Infinity },
        layers: events.nonfinite.layer === null ? [] : [events.nonfinite.layer],
        epoch: events.nonfinite.epoch
      }

/** Variances of activations that differ more than ten times between layers, or gradients all alike, in the first ten steps. */
function poorWeightInitialization(m: Measures): PeerFinding | null {
  const about = { rule: 'PoorWeightInitialization', means: 'poor_initialization', epoch: 0 } as const
  const { activationVariance: table } = m.record.events
  for (let step = 0; step < Math.min(INITIAL_STEPS, table.columns); step++) {
    const logs = m.record.layers.map((_, layer) => m.logIn(table, step, layer)).filter(Number.isFinite)
    const ratio = 10 ** (largest(logs) - least(logs))
    if (logs.length > 1 && ratio > VARIANCE_RATIO)
      return { ...about, layers: [], value: ratio, threshold: VARIANCE_RATIO }
  }
  const range = (layer: number) => 2 * (m.number('weight_gradient_max_abs', 0, layer) ?? Infinity)
  const layers = m.record.layers.map((_, layer) => layer).filter(layer => range(layer) < GRADIENT_RANGE)
  return layers.length === 0 ? null : { ...about, layers, value: range(layers[0]!), threshold: GRADIENT_RANGE }
}

/** Half of all z of a tanh or sigmoid layer beyond the point where its slope is 1e-7. */
function saturatedActivation(m: Measures): PeerFinding | null {
  for (let epoch = 0; epoch <= m.last; epoch++)
    for (const layer of m.learningLayers) {
      const [low, high] = SATURATED[m.asked.activation(layer)] ?? [-Infinity, Infinity]
      const z = m.number('z_q50', epoch, layer) ?? 0
      if (z < low || z > high)
        return {
          ...{ rule: 'SaturatedActivation', means: 'saturation', layers: [layer], epoch, value: z },
          threshold: z < low ? low : high
        }
    }
  return null
}

/** A mean |gradient| below 1e-7. */
const vanishingGradient: PeerRule = m =>
  firstLayers(m, 'VanishingGradient', 'vanishing_signal', 'weight_gradient_mean_abs', VANISHING, g => g < VANISHING)

/** Steps of more than ten times the weights, or of less than 1e-8 of them. */
const weightUpdateRatio: PeerRule = m =>
  firstLayers(m, 'WeightUpdateRatio', 'updates_too_large', 'update_ratio', LARGE_UPDATE, r => r > LARGE_UPDATE) ??
  firstLayers(m, 'WeightUpdateRatio', 'updates_too_small', 'update_ratio', SMALL_UPDATE, r => r < SMALL_UPDATE)

/** Every ten steps: less than 0.1 % lower than ten steps before, or 5 % higher. */
function lossNotDecreasing(m: Measures): PeerFinding | null {
  const { losses } = m
  for (let epoch = LOSS_STEPS; epoch < losses.length; epoch += LOSS_STEPS) {
    const share = losses[epoch]! / losses[epoch - LOSS_STEPS]!
    if (share > 1 - LEAST_FALL || share > 1 + MOST_RISE)
      return {
        ...{ rule: 'LossNotDecreasing', means: 'loss_not_decreasing', layers: [], epoch, value: share },
        threshold: 1 - LEAST_FALL
      }
  }
  return null
}

const OVERFIT = { rule: PEER_TEXTS.overfit, means: 'overfit' } as const
const OVERTRAINING = { rule: PEER_TEXTS.overtraining, means: 'loss_not_decreasing' } as const

/** A validation loss more than 10 % above the training loss. */
function overfit(m: Measures): PeerFinding | null {
  for (let epoch = 1; epoch <= m.last; epoch++) {
    const [train, test] = [m.curve('loss', epoch), m.curve('test_loss', epoch)]
    const ratio = train === null || test === null ? 0 : (test - train) / train
    if (ratio > OVERFIT_RATIO) return { ...OVERFIT, layers: [], epoch, value: ratio, threshold: OVERFIT_RATIO }
  }
  return null
}

/** Neither loss has got better by 0.01 for its patience. */
function overtraining(m: Measures): PeerFinding | null {
  const waited = (name: 'loss' | 'test_loss', epoch: number): number => {
    let [best, since] = [Infinity, 0]
    for (let e = 1; e <= epoch; e++) {
      const loss = m.curve(name, e) ?? NaN
      if (loss < best - OVERTRAINING_DELTA) [best, since] = [loss, e]
    }
    return epoch - since
  }
  for (let epoch = 1; epoch <= m.last && m.record.data.testSamples > 0; epoch++)
    if (waited('loss', epoch) > TRAIN_PATIENCE && waited('test_loss', epoch) > VALIDATION_PATIENCE)
      return { ...OVERTRAINING, layers: [], epoch, value: epoch, threshold: VALIDATION_PATIENCE }
  return null
}

const RULES: readonly PeerRule[] = [
  deadRelu,
  explodingTensor,
  poorWeightInitialization,
  saturatedActivation,
  vanishingGradient,
  weightUpdateRatio,
  lossNotDecreasing,
  overfit,
  overtraining
]

/** The layers for which a quantity fires in the first epoch in which it does for any. */
function firstLayers(
  m: Measures,
  rule: string,
  means: RuleName,
  quantity: QuantityName,
  threshold: number,
  fires: (value: number) => boolean
): PeerFinding | null {
  for (let epoch = 0; epoch <= m.last; epoch++) {
    const value = (layer: number) => m.number(quantity, epoch, layer) ?? NaN
    const layers = m.record.layers.map((_, layer) => layer).filter(layer => fires(value(layer)))
    if (layers.length > 0) return { rule, means, layers, epoch, value: value(layers[0]!), threshold }
  }
  return null
}
