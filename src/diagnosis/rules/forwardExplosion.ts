import { finding, type Finding } from '../finding'
import { largest, type Measures } from '../measures'
import { signalRemedies } from '../remedies'
import { SEVERE_DECADES } from '../signalChange'
import { TEXTS } from '../texts/texts'

/**
 * The signal explodes on its way forward, before any update: with weights that are too large activations grow from layer to layer until
 * they overflow. Delta cannot show it then, as there is none. A net that learned all the same is not ill, as with delta.
 */
export function forwardExplosion(m: Measures): Finding[] {
  if (m.hidden < 2 || m.record.columns === 0) return []
  const logs = m.learningLayers.map(layer => m.log('activation_std', 0, layer))
  const known = logs.filter(Number.isFinite)
  const growth = known.length < 2 ? 0 : largest(known) - known[0]!
  const event = m.record.events.nonfinite
  const overflows = event !== null && event.step === 0 && event.quantity === 'activation'
  if (!overflows && growth < SEVERE_DECADES) return []
  const layer = overflows ? event.layer! : logs.indexOf(largest(known))
  return [
    finding({
      rule: 'exploding_signal',
      severity: m.learned ? 'info' : 'error',
      layers: [layer],
      epoch: 0,
      value: growth,
      threshold: SEVERE_DECADES,
      message: overflows
        ? TEXTS.forwardExplosion.overflows(m.name(layer))
        : TEXTS.forwardExplosion.grows(growth, m.name(0), m.name(layer)),
      why: TEXTS.forwardExplosion.why,
      remedies: signalRemedies(m, false)
    })
  ]
}
