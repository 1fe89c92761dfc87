import { finding, type Finding, type Remedy } from '../finding'
import type { Decades, Measures } from '../measures'
import { CLIP, lowerRateRemedies, naturalInitializerRemedy, signalRemedies } from '../remedies'
import { NOTICEABLE_DECADES, SEVERE_DECADES, signalSeverity } from '../signalChange'
import { heavyPenalty } from './penalty'
import { scaleRemedies } from './scale'
import { TEXTS } from '../texts/texts'

const say = TEXTS.signal

/**
 * Delta vanishes or explodes on its way over the hidden layers (Hochreiter 1991; Bengio et al. 1994; Glorot & Bengio 2010). The step to the
 * output layer is left out, as it changes with that layer's width. A net that learned all the same is not ill: then it is information. Weights
 * that a penalty draws to 0 take the signal with them, so that the penalty is the cause.
 */
export function signal(m: Measures): Finding[] {
  const worst = worstOf(m)
  if (worst === null) return []
  const vanishes = worst.decades < 0
  if (vanishes && !startsBadly(m) && heavyPenalty(m) !== null) return []
  const severe = severityAt(m, worst) === 'error'
  const severity = m.learned ? 'info' : severe ? 'error' : 'warning'
  return [
    finding({
      rule: vanishes ? 'vanishing_signal' : 'exploding_signal',
      severity,
      layers: affected(m, worst, vanishes),
      epoch: worst.column,
      value: worst.decades,
      threshold: severe ? Math.sign(worst.decades) * SEVERE_DECADES : Math.sign(worst.decades) * NOTICEABLE_DECADES,
      message: sentence(m, worst),
      why: whyOf(m, worst, vanishes),
      remedies: vanishes || startsBadly(m) ? signalRemedies(m, vanishes) : grownRemedies(m)
    })
  ]
}

/** Whether it is so before any update. */
function startsBadly(m: Measures): boolean {
  const start = m.decadesAt(0)
  return start !== null && fires(m, start)
}

/** For a signal that was fine before any update: steps have blown up the weights. */
const grownRemedies = (m: Measures): Remedy[] => [
  ...scaleRemedies(m),
  ...lowerRateRemedies(m),
  CLIP,
  naturalInitializerRemedy(m)
]

/** The column in which the signal is worst, if it is bad there: the first that fires decides the direction. */
function worstOf(m: Measures): Decades | null {
  let worst: Decades | null = null
  for (let column = 0; column < m.record.columns; column++) {
    const here = m.decadesAt(column)
    if (here === null || !fires(m, here)) continue
    if (worst === null) worst = here
    else if (Math.sign(here.decades) === Math.sign(worst.decades) && isMuchWorse(here, worst)) worst = here
  }
  return worst
}

/** A decade more, so that the first column that tells is named and not the noise of a later one. */
const isMuchWorse = (here: Decades, than: Decades): boolean => Math.abs(here.decades) > Math.abs(than.decades) + 1

const fires = (m: Measures, here: Decades): boolean => severityAt(m, here) !== 'none'

const severityAt = (m: Measures, here: Decades) =>
  signalSeverity(
    here,
    m.learningLayers.map(layer => m.record.layers[layer]!.outputs)
  )

/** The layers that get less than a tenth (or more than ten times) of the last hidden layer's delta, the worst first. */
function affected(m: Measures, { column }: Decades, vanishes: boolean): number[] {
  const reference = m.log('delta_rms', column, m.hidden - 1)
  const off = (layer: number) => m.log('delta_rms', column, layer) - reference
  const layers = m.learningLayers.filter(layer => (vanishes ? off(layer) <= -1 : off(layer) >= 1))
  return layers.sort((a, b) => (vanishes ? off(a) - off(b) : off(b) - off(a)))
}

function sentence(m: Measures, { decades, column }: Decades): string {
  const change = { first: m.name(0), last: m.name(m.hidden - 1), decades, column }
  return decades === -Infinity ? say.none(change) : say.changes(change)
}

function whyOf(m: Measures, { perLayer, decades }: Decades, vanishes: boolean): string {
  const step = decades === -Infinity ? say.allLost : say.left(perLayer)
  return (vanishes ? say.whyVanishing : say.whyExploding)(step, m.hidden)
}
