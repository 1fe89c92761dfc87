const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** "10⁻⁸" */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map(digit => SUPERSCRIPTS[Number(digit)]).join('')
  return `10${exponent < 0 ? '⁻' : ''}${digits}`
}
