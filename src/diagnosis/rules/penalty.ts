import type { Finding } from '../finding'
import type { Measures } from '../measures'
import { TEXTS } from '../texts/texts'
import { NOTHING_LEARNED } from './stepSize'

type Reason = Pick<Finding, 'message' | 'why' | 'remedies' | 'value' | 'threshold'>

/**
 * A pull toward 0 of a tenth of each weight a time unit outweighs most losses. One that is decoupled is multiplied by the rate alone; one that is
 * part of the gradient is divided by its own size under an optimizer that adapts, so that it takes a step as any gradient does (Loshchilov & Hutter 2019).
 */
const [HEAVY, HEAVY_DECOUPLED] = [0.1, 1]
/** What the weights of the start cost, as a share of the loss of a constant answer, from which on a net gains by giving them up. */
const DEAR = 0.25
/** What a step may take of the weights. */
const FASTEST = 1e-3
/** A net that gets this far is not held down. */
const HELD_DOWN = 0.25

/** A penalty of such a size that weights shrink faster than they learn; null where there is none. */
export function heavyPenalty(m: Measures): Reason | null {
  const decoupled = m.asked.optimizer === 'adamw' || m.asked.optimizer === 'lion'
  const decay = m.asked.setting('weight_decay')
  const inGradient = (decoupled ? 0 : decay) + 2 * m.asked.number('l2') + m.asked.number('l1') / usualWeight(m)
  const isCostly = !m.learned && isDear(m, inGradient)
  const isHeavy = inGradient >= HEAVY || (decoupled && decay >= HEAVY_DECOUPLED) || isCostly
  const pull = inGradient + (decoupled ? decay : 0)
  const adapts = m.asked.optimizer !== 'sgd' && (inGradient >= HEAVY || (isCostly && isEmptied(m)))
  const perStep = m.asked.setting('learning_rate') * Math.max(pull, adapts ? 1 / usualWeight(m) : 0)
  const share = m.shareOfTrivial
  if (!isHeavy || perStep < FASTEST || share === null || share < HELD_DOWN) return null
  return {
    value: pull,
    threshold: decoupled && inGradient < HEAVY ? HEAVY_DECOUPLED : HEAVY,
    message: TEXTS.underfit.penalty(perStep),
    why: TEXTS.underfit.whyPenalty(pull),
    remedies: [
      { title: TEXTS.remedies.noPenalty, edits: { 'optimizer.weight_decay': 0, l2: 0, l1: 0 } },
      {
        title: TEXTS.remedies.smallerPenalty,
        edits: {
          'optimizer.weight_decay': m.asked.setting('weight_decay') / 1000,
          l2: m.asked.number('l2') / 1000,
          l1: m.asked.number('l1') / 1000
        }
      }
    ]
  }
}

/**
 * Whether weights as large as those of the start cost too much of what right answers gain, ½ λ ‖W‖² against the loss of a constant answer, and
 * hidden layers have shrunk: a loss with small slopes, as a squared error behind a sigmoid, is outweighed by less.
 */
function isDear(m: Measures, inGradient: number): boolean {
  const squares = (column: number) =>
    m.allLayers.map(layer => (m.number('weight_l2', column, layer) ?? 0) ** 2).reduce((a, b) => a + b, 0)
  const shrank = (layer: number) =>
    (m.number('weight_l2', m.last, layer) ?? Infinity) < (m.number('weight_l2', 0, layer) ?? 0)
  const cost = (inGradient / 2) * squares(0)
  return m.learningLayers.every(shrank) && cost > DEAR * (m.trivialLoss ?? Infinity)
}

/** Whether a net answers the same to everything: where noise alone keeps the loss up, it still answers something. */
const isEmptied = (m: Measures): boolean => (m.shareOfTrivial ?? 0) >= NOTHING_LEARNED

/** The root mean square of the weights before any update, for l1, which pulls by the same amount whatever the weight's size; 0.1 where unknown. */
function usualWeight(m: Measures): number {
  let [squares, count] = [0, 0]
  m.record.layers.forEach(({ inputs, outputs }, layer) => {
    const size = m.number('weight_l2', 0, layer) ?? 0
    squares += size * size
    count += inputs * outputs
  })
  return Math.sqrt(squares / count) || 0.1
}
