import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { lowerRateRemedy, signalRemedies } from '../remedies'
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
      remedies: step === 0 ? signalRemedies(m, false) : [lowerRateRemedy(m, 10), ...signalRemedies(m, false)]
    })
  ]
}

/** The largest number of each precision, about. */
const LARGEST = { float32: '3·10³⁸', float64: '2·10³⁰⁸' } as const
