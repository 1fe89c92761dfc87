import type { ColorScale } from '../numbers/colorScale'

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** "10⁻⁸" */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map(digit => SUPERSCRIPTS[Number(digit)]).join('')
  return `10${exponent < 0 ? '⁻' : ''}${digits}`
}

/** A number of a scale's axis or legend; of a log scale it is the power of ten. "10⁻⁸", "50 %", "−2" */
export function tickText(kind: ColorScale['kind'], number: number): string {
  if (kind === 'log') return powerOfTen(number)
  return kind === 'fraction' ? `${100 * number} %` : String(number).replace('-', '−')
}
