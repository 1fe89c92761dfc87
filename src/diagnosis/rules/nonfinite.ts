import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { CLIP, lowerRateRemedies, signalRemedies } from '../remedies'
import { forwardExplosion } from './forwardExplosion'
import { scaleRemedies } from './scale'
import { SEVERE_DECADES } from '../signalChange'
import { TEXTS } from '../texts/texts'

const say = TEXTS.nonfinite

/** Something became NaN or infinite. */
export function nonfinite(m: Measures): Finding[] {
  const event = m.record.events.nonfinite
  if (event === null) return []
  const { step, epoch, layer, quantity } = event
  return [
    finding({
      rule: 'nonfinite',
      severity: 'error',
      layers: layer === null ? [] : [layer],
      epoch,
      value: step,
      message: layer === null ? say.loss(step, epoch) : say.layer(quantity, m.name(layer), step, epoch),
      why: say.why(LARGEST[m.asked.precision], m.asked.precision),
      remedies: [
        ...scaleRemedies(m),
        ...(startsBadly(m) ? [] : lowerRateRemedies(m)),
        ...(m.hidden === 0 ? [CLIP] : signalRemedies(m, false))
      ]
    })
  ]
}

/** Whether the signal explodes before any update, so that no learning rate is to blame. */
const startsBadly = (m: Measures): boolean =>
  forwardExplosion(m).length > 0 || (m.decadesAt(0)?.decades ?? 0) >= SEVERE_DECADES

/** The largest number of each precision, about. */
const LARGEST = { float32: '3·10³⁸', float64: '2·10³⁰⁸' } as const
