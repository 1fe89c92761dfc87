import { formatScaled, scaled } from '../../../src/record'
import type { ColorScale } from '../numbers/colorScale'

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** "10⁻⁸" */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map(digit => SUPERSCRIPTS[Number(digit)]).join('')
  return `10${exponent < 0 ? '⁻' : ''}${digits}`
}

/** A number of a scale's axis or legend; of a log scale it is the power of ten. "10⁻⁸", "50 %", "−2" */
export function tickText(kind: ColorScale['kind'], number: number): string {
  if (kind === 'log') return Number.isInteger(number) ? powerOfTen(number) : betweenPowers(number)
  return kind === 'fraction' ? `${short(100 * number)} %` : short(number).replace('-', '−')
}

/** At most four significant digits. */
const short = (number: number): string => formatScaled(scaled(number))

/** 10^`log` where it is no power of ten: "1.3e-5", "0.42" */
function betweenPowers(log: number): string {
  if (log > -3 && log < 4) return String(Number((10 ** log).toPrecision(2)))
  const decade = Math.floor(log)
  return `${(10 ** (log - decade)).toPrecision(2)}e${decade}`
}
