import type { Size } from '../../record'
import { finding, type Finding, type Remedy } from '../finding'
import type { Measures } from '../measures'
import { bothRemedies, lowerRateRemedy, standardizeInputsRemedy, standardizeTargetRemedy } from '../remedies'
import { TEXTS } from '../texts/texts'

const say = TEXTS.targetScale

/** RMS above or below which raw inputs are far from the 1 that initializers are made for. */
const [LARGE_INPUT, SMALL_INPUT] = [10, 0.01]
const [LARGE_TARGET, SMALL_TARGET] = [10, 0.01]

/**
 * What steps too large are answered by where raw numbers make them so: the curvature of the loss grows with the mean square of what enters a
 * layer (LeCun et al. 1998, Efficient BackProp, section 4.3), and a squared error with that of the targets, so that a rate which suits numbers of
 * size 1 diverges with numbers of size 100. A rate small enough for them would hardly move the biases, so it is no cure.
 */
export function scaleRemedies(m: Measures): Remedy[] {
  const inputs = isOffScale(m.record.baseline?.inputs, LARGE_INPUT) && !m.asked.standardizes
  const targets = isOffScale(m.record.baseline?.targets, LARGE_TARGET) && m.asked.hasOwnNumbers
  if (inputs && targets) return [bothRemedies(standardizeInputsRemedy(), standardizeTargetRemedy(m))]
  return [...(inputs ? [standardizeInputsRemedy()] : []), ...(targets ? [standardizeTargetRemedy(m)] : [])]
}

const isOffScale = (size: Size | null | undefined, limit: number): boolean => (size?.rms ?? 0) > limit

/** Where both inputs and targets are too large, one of them alone seldom helps. */
const both = (m: Measures): Remedy[] => scaleRemedies(m).filter(({ edits }) => Object.keys(edits).length > 1)

/** Inputs that no one has brought to a size of about 1. */
export function inputScale(m: Measures): Finding[] {
  const inputs = m.record.baseline?.inputs
  if (!inputs || m.asked.standardizes || (inputs.rms <= LARGE_INPUT && inputs.rms >= SMALL_INPUT)) return []
  const large = inputs.rms > LARGE_INPUT
  return [
    finding({
      rule: 'input_scale',
      severity: m.learned || !m.ended ? 'info' : 'warning',
      layers: [0],
      epoch: 0,
      value: inputs.rms,
      threshold: large ? LARGE_INPUT : SMALL_INPUT,
      message: TEXTS.inputScale.message(inputs.rms, inputs.largest),
      why: large ? TEXTS.inputScale.whyLarge(inputs.rms) : TEXTS.inputScale.whySmall(inputs.rms),
      remedies: [...both(m), standardizeInputsRemedy()]
    })
  ]
}

/** Targets of a regression far from 1. */
export function targetScale(m: Measures): Finding[] {
  const targets = m.record.baseline?.targets
  if (!targets || (targets.rms <= LARGE_TARGET && targets.rms >= SMALL_TARGET)) return []
  const large = targets.rms > LARGE_TARGET
  return [
    finding({
      rule: 'target_scale',
      severity: m.learned || !m.ended ? 'info' : 'warning',
      layers: [m.hidden],
      epoch: 0,
      value: targets.rms,
      threshold: large ? LARGE_TARGET : SMALL_TARGET,
      message: (large ? say.large : say.small)(targets.rms),
      why: whyTargets(m, large, targets.rms),
      remedies: m.asked.hasOwnNumbers ? [...both(m), standardizeTargetRemedy(m)] : [lowerRateRemedy(m, 100)]
    })
  ]
}

/** Under mae a gradient does not grow with its error, so nothing overshoots; it only takes long. */
function whyTargets(m: Measures, large: boolean, rms: number): string {
  if (!large) return say.whySmall(rms)
  return m.asked.loss === 'mae' ? say.whyLargeForMae(rms) : say.whyLarge(rms)
}
