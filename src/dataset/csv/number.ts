import { place, type Header } from './header'

/** What a CSV file may write for a number: 1, -0.5, .5, 1e-3. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

export const isNumber = (text: string): boolean => NUMBER.test(text)

/** The number in a field; throws a `RangeError` with its place where there is none. `advice` may say what else would help. */
export function numberAt(header: Header, line: number, column: number, text: string, advice = ''): number {
  const value = isNumber(text) ? Number(text) : NaN
  if (Number.isFinite(value)) return value
  throw new RangeError(`${place(header, line, column)}: ${wrong(text, value)}${advice}`)
}

function wrong(text: string, value: number): string {
  if (text === '') return 'the value is missing'
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text
  return Number.isNaN(value) ? `"${shown}" is not a number` : `${shown} is too large`
}
