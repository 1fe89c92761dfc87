import { finding, type Finding } from '../finding'
import { largest, lossFrom, median, type Measures } from '../measures'
import { higherRateRemedy, lowerRateRemedies, moreEpochsRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'
import { isOutOfReach } from './lossOrTask'
import { heavyPenalty } from './penalty'
import { scaleRemedies } from './scale'
import { farthestStep, LARGE_STEP, largestStep, usualStep, usualSteps } from './stepSize'

const say = TEXTS.rateTooLarge

/** Dead units of a layer that was alive at the start. */
const KILLED = 0.5
const BLOWN_UP = 2
/** A rise of the loss that no healthy start has, and a share of the trivial loss at which nothing is left of it. */
const [BURST, RECOVERED] = [100, 0.1]
/** A share of the trivial loss that is no chance. */
const BETTER = 0.8

/**
 * Steps that overshoot: the loss became infinite or more than twice what it was, or steps of more than a tenth of the weights left a loss
 * that a constant answer has, or a relu layer died that was alive at the start, or one step threw the weights far away for good.
 */
export function learningRateTooLarge(m: Measures): Finding[] {
  const sign = overshoots(m)
  if (sign === null) return []
  return [
    finding({
      rule: 'learning_rate_too_large',
      severity: sign.severe ? 'error' : 'warning',
      epoch: 1,
      value: sign.value,
      threshold: sign.threshold,
      message: sign.message,
      why: say.why(m.asked.setting('learning_rate')),
      remedies: [...scaleRemedies(m), ...lowerRateRemedies(m)]
    })
  ]
}

interface Sign {
  readonly value: number
  readonly threshold: number
  readonly severe: boolean
  readonly message: string
}

function overshoots(m: Measures): Sign | null {
  const event = m.record.events.nonfinite
  if (event !== null && event.step > 0) {
    return { value: event.step, threshold: 0, severe: true, message: say.diverged(event.step) }
  }
  if (m.last < 1 || event !== null || heavyPenalty(m) !== null) return null
  const burst = burstOf(m)
  if (burst !== null) return burst
  const start = startOf(m)
  const grown = m.losses.slice(1).reduce((a, b) => Math.max(a, b), 0) / start
  if (!m.learned && m.lastLoss > BLOWN_UP * start)
    return {
      ...{ value: m.lastLoss / start, threshold: BLOWN_UP, severe: true },
      message: say.higher(m.lastLoss / start)
    }
  if (m.learned || !m.ended || m.asked.isUnlearnable) return null
  const killed = killedLayer(m)
  if (killed !== null) return killed
  const step = usualStep(m)
  if (step > LARGE_STEP && isStuck(m))
    return {
      ...{ value: step, threshold: LARGE_STEP, severe: step > 10 },
      message: say.largeSteps(step)
    }
  const lost = lostAgain(m) ?? thrown(m)
  if (lost !== null) return lost
  if (grown > BLOWN_UP && isStuck(m))
    return {
      ...{ value: grown, threshold: BLOWN_UP, severe: false },
      message: say.rose(grown)
    }
  return null
}

/** The loss of a net that knows nothing: that of the first mini-batch may be small by chance. */
const startOf = (m: Measures): number => Math.max(m.firstLoss, m.trivialLoss ?? 0)

/** A step that threw the weights far away for good. */
function thrown(m: Measures): Sign | null {
  const farthest = farthestStep(m)
  if (farthest === null) return null
  const { step, layer, ratio } = farthest
  return { value: ratio, threshold: 1, severe: false, message: say.thrown(step, m.name(layer), ratio) }
}

/** A net that ends no better than a constant answer, though it had been better: steps throw away what was learned. */
function lostAgain(m: Measures): Sign | null {
  const trivial = m.trivialLoss
  if (trivial === null || !(m.lastLoss > trivial && m.bestLoss < BETTER * trivial)) return null
  const value = m.lastLoss / m.bestLoss
  return { value, threshold: 1 / BETTER, severe: false, message: say.lost(m.bestLoss, m.lastLoss) }
}

/** A loss that rose to a hundred times that of the start and of a constant answer: also where the net has found its way back since. */
function burstOf(m: Measures): Sign | null {
  const size = largest(m.losses.slice(1).filter(Number.isFinite)) / startOf(m)
  if (!(size > BURST) || (m.shareOfTrivial ?? 1) < RECOVERED) return null
  return { value: size, threshold: BURST, severe: false, message: say.burst(size) }
}

/**
 * A layer that was mostly alive at the start and is mostly dead at the end: only steps can have killed its units (Lu et al. 2020 tell units that
 * are born dead from those that die in training).
 */
function killedLayer(m: Measures): Sign | null {
  const dead = (column: number, layer: number) => m.number('dead_fraction', column, layer) ?? 0
  const killed = m.learningLayers.filter(layer => dead(0, layer) < KILLED && dead(m.last, layer) >= KILLED)
  if (killed.length === 0) return null
  const worst = killed.reduce((a, b) => (dead(m.last, b) > dead(m.last, a) ? b : a))
  const [before, value] = [dead(0, worst), dead(m.last, worst)]
  return { value, threshold: KILLED, severe: false, message: say.killed(value, m.name(worst), before) }
}

/** The later half of the losses is not lower than the earlier half, but for a tenth. */
function isStuck(m: Measures): boolean {
  const losses = m.losses.slice(1)
  const half = losses.length >> 1
  if (half < 1) return false
  return median(losses.slice(half)) > 0.9 * median(losses.slice(0, half))
}

/** A usual step, as a share of the weights; where any was one, it is no rate that makes the others small. */
const HEALTHY_STEP = 1e-3
/** A net that keeps falling by so little that the end is far away. */
const SMALL_STEP = 2e-4
const STILL_FALLING = 0.98
/** What all steps together must move of the weights before it can be said that they lead nowhere. */
const LEAST_WAY = 0.1

/**
 * Steps so small that the loss is still falling steadily when training ends, far above what it could be, or that the weights are nearly those
 * of the start.
 */
export function learningRateTooSmall(m: Measures): Finding[] {
  const { completed, learned, last } = m
  if (!completed || learned || m.asked.isUnlearnable || last < 3 || m.record.events.nonfinite !== null) return []
  if (m.log('delta_rms', last, m.hidden) < NO_ERROR || isOutOfReach(m)) return []
  const steps = usualSteps(m, m.learningLayers)
  const size = largest([0, ...steps])
  const fell = m.lastLoss < STILL_FALLING * m.lossBeforeLast || isCreeping(m)
  const times = timesTooSmall(size)
  const isStill = size * last * m.record.stepsPerEpoch < LEAST_WAY && largestStep(m) < HEALTHY_STEP
  if (steps.length === 0 || size >= SMALL_STEP || !(fell ? isAlive(m, SHUT) : isStill && isAlive(m, HALF))) return []
  return [
    finding({
      rule: 'learning_rate_too_small',
      severity: 'warning',
      epoch: last,
      value: size,
      threshold: SMALL_STEP,
      message: fell
        ? TEXTS.rateTooSmall.falling(size, lossFrom(m), m.lastLoss)
        : TEXTS.rateTooSmall.still(size, m.firstLoss, m.lastLoss),
      why: TEXTS.rateTooSmall.why(m.asked.setting('learning_rate')),
      remedies: [higherRateRemedy(m, times), higherRateRemedy(m, 10 * times), moreEpochsRemedy(m, 10)]
    })
  ]
}

/** A delta at the output that is no more than rounding: nothing tells the net which way to go, so it is not the rate that is too small. */
const NO_ERROR = -12

/** Shares of a layer's units: without the first hardly anything passes, without the second less than there was. */
const [SHUT, HALF] = [0.9, 0.5]

/** No layer has lost such a share of its units, dead or flat, so that small steps are no effect of that. */
const isAlive = (m: Measures, share: number): boolean =>
  m.learningLayers.every(
    layer =>
      (m.number('dead_fraction', m.last, layer) ?? 0) < share &&
      (m.number('saturated_fraction', m.last, layer) ?? 0) < share
  )

/** The power of ten that makes steps of `size` about as large as healthy ones. */
const timesTooSmall = (size: number): number =>
  10 ** Math.min(9, Math.max(1, Math.round(Math.log10(HEALTHY_STEP / size))))

/** A part of the whole fall that the last quarter must make, so that it is no end that is being neared: evenly it would be a quarter. */
const STEADY = 0.1

/** The loss falls in nearly all epochs, by nearly the same each. */
function isCreeping({ losses, lossBeforeLast, lastLoss }: Measures): boolean {
  const falls = losses.slice(2).filter((loss, i) => loss < losses[i + 1]!).length
  const isSteady = lossBeforeLast - lastLoss >= STEADY * (losses[1]! - lastLoss)
  return falls >= 0.9 * (losses.length - 2) && losses.length > 3 && isSteady
}
