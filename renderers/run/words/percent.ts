import { formatScaled, type Scaled } from '../../../src/record'

/** "12.5 %" */
export function percent(number: Scaled): string {
  const text = formatScaled(number)
  const share = Number(text)
  return Number.isFinite(share) ? `${Number((100 * share).toPrecision(4))} %` : text
}
