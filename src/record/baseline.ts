import type { Json } from './json'
import { asFinite, asObject, orNull } from './parse'

/** How large numbers are. */
export interface Size {
  /** root mean square */
  readonly rms: number
  /** largest absolute value */
  readonly largest: number
}

/** What the training split says by itself, as the network sees it: a measure for what training achieves. */
export interface Baseline {
  /** the loss of the best constant answer: entropy of the classes' shares, variance of the targets, for mae their distance from the median; null where it is not finite */
  readonly trivialLoss: number | null
  readonly inputs: Size
  /** of a regression */
  readonly targets: Size | null
}

export const encodeBaseline = ({ trivialLoss, inputs, targets }: Baseline): Json => ({
  trivialLoss,
  inputs: { ...inputs },
  targets: targets && { ...targets }
})

export const parseBaseline = (value: unknown): Baseline | null => orNull(value, 'baseline', readBaseline)

function readBaseline(value: unknown, path: string): Baseline {
  const fields = asObject(value, path)
  return {
    trivialLoss: orNull(fields['trivialLoss'], `${path}.trivialLoss`, asFinite),
    inputs: readSize(fields['inputs'], `${path}.inputs`),
    targets: orNull(fields['targets'], `${path}.targets`, readSize)
  }
}

function readSize(value: unknown, path: string): Size {
  const fields = asObject(value, path)
  return { rms: asFinite(fields['rms'], `${path}.rms`), largest: asFinite(fields['largest'], `${path}.largest`) }
}
