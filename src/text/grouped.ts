/**
 * A whole number with its thousands set apart, as in 12,345. `toLocaleString` says the same, but loads the data of a language, which
 * takes longer than reading a cell.
 */
export function grouped(value: number): string {
  const digits = String(value)
  return /^-?\d+$/.test(digits) ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits
}
