import { finding, type Finding } from '../finding'
import type { Measures } from '../measures'
import { lowerRateRemedy, standardizeInputsRemedy, standardizeTargetRemedy } from '../remedies'
import { number } from '../words'

/** RMS from which on raw inputs are far from the 1 that initializers are made for. */
const LARGE_INPUT = 10
const [LARGE_TARGET, SMALL_TARGET] = [10, 0.01]

/** Inputs that no one has brought to a size of about 1. */
export function inputScale(m: Measures): Finding[] {
  const inputs = m.record.baseline?.inputs
  if (!inputs || m.asked.standardizes || inputs.rms <= LARGE_INPUT) return []
  return [
    finding({
      rule: 'input_scale',
      severity: m.learned || !m.ended ? 'info' : 'warning',
      layers: [0],
      epoch: 0,
      value: inputs.rms,
      threshold: LARGE_INPUT,
      message: `The inputs are about ${number(inputs.rms)} in size (up to ${number(inputs.largest)}) and are not standardized.`,
      why: `Initializers assume inputs of about 1, so the first layer's z is ${number(inputs.rms)} times too large and its gradient as well. One learning rate then cannot suit both the first layer and the others.`,
      remedies: [standardizeInputsRemedy()]
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
      message: `The targets are about ${number(targets.rms)} in size, far ${large ? 'above' : 'below'} the 1 or so that a fresh net answers.`,
      why: large
        ? `Squared errors of ${number(targets.rms)} are about ${number(targets.rms ** 2)}, and gradients grow with them: at a usual learning rate steps are far too large, and at a small one the output layer needs very long to reach ${number(targets.rms)}.`
        : `Next to outputs of about 1 targets of ${number(targets.rms)} all look like 0, so the net learns to answer 0 and stops there.`,
      remedies: m.asked.hasOwnNumbers ? [standardizeTargetRemedy()] : [lowerRateRemedy(m, 100)]
    })
  ]
}
