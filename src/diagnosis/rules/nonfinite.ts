import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { lowerRateRemedy, signalRemedies } from '../remedies'

/** Something became NaN or infinite. */
export function nonfinite(m: Measures): Finding[] {
  const event = m.record.events.nonfinite
  if (event === null) return []
  const what = event.layer === null ? 'The loss' : `${QUANTITIES[event.quantity]} of ${m.name(event.layer)}`
  const when =
    event.step === 0 ? 'before any update' : `in step ${event.step.toLocaleString('en-US')}, epoch ${event.epoch}`
  const verb = event.quantity === 'loss' ? 'is' : 'are'
  return [
    finding({
      rule: 'nonfinite',
      severity: 'error',
      layers: event.layer === null ? [] : [event.layer],
      epoch: event.epoch,
      value: event.step,
      message: `${what} ${verb} no longer finite ${when}.`,
      why: `Numbers beyond about ${LARGEST[m.asked.precision]} do not fit into ${m.asked.precision} and become infinite; what is computed from infinities is not a number. From then on no weight means anything.`,
      remedies: event.step === 0 ? signalRemedies(m, false) : [lowerRateRemedy(m, 10), ...signalRemedies(m, false)]
    })
  ]
}

/** The largest number of each precision, about. */
const LARGEST = { float32: '3·10³⁸', float64: '2·10³⁰⁸' } as const

const QUANTITIES = {
  activation: 'The activations',
  loss: 'The loss',
  gradient: 'The gradients',
  weight: 'The weights'
} as const
