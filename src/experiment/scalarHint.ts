/** What to write in place of a value of the wrong type; `text` is null where only a person knows. */
export interface Hint {
  /** continues the sentence: "; write 32" */
  readonly words: string
  readonly text: string | null
}

const NONE: Hint = { words: '', text: null }
const write = (text: string, why = ''): Hint => ({ words: `; write ${text}${why}`, text })

/** For a value that is not of the `expected` type of the schema. */
export function scalarHint(value: unknown, expected: string): Hint {
  if (expected === 'boolean') return switchHint(value)
  if (expected === 'number' || expected === 'int') return numberHint(value, expected)
  if (expected === 'string' && typeof value === 'number') return write(`"${value}"`, ' in quotes')
  return NONE
}

const YES = ['yes', 'on', '1', 'y', 't']
const NO = ['no', 'off', '0', 'n', 'f']

function switchHint(value: unknown): Hint {
  const word = String(value).toLowerCase()
  if (YES.includes(word)) return write('true')
  return NO.includes(word) ? write('false') : NONE
}

/** What YAML reads as text though a number was meant: 1,000 or "3" or 30 epochs; a whole number near one that is not. */
function numberHint(value: unknown, expected: string): Hint {
  if (typeof value === 'number') return expected === 'int' ? write(`${Math.max(1, Math.round(value))}`) : NONE
  if (typeof value !== 'string' || value.trim() === '') return NONE
  const number = Number(value.replace(/[,_]/g, ''))
  if (Number.isFinite(number)) return write(String(number), ' without quotes or commas')
  if (/^\d+(\s+\d+)+$/.test(value)) return write(value.trim().split(/\s+/).join(', '), ' with commas')
  const [digits] = /^[+-]?\d+(\.\d+)?(?=[\s%]*[a-z%]*$)/i.exec(value.trim()) ?? []
  if (digits === undefined) return { words: '; write it in digits', text: null }
  return value.includes('%') ? write(String(Number(digits) / 100)) : write(digits)
}

/** Units of hidden layers in the words of other languages: 16, "16, 16", (16, 16), 32x10. */
export function layersHint(value: unknown): Hint {
  const text = String(value)
  const [, units, depth] = /^\s*(\d+)\s*[x×*]\s*(\d+)\s*$/.exec(text) ?? []
  if (units && depth) return write(`{depth: ${depth}, units: ${units}}`)
  const numbers = text.match(/\d+/g)
  if (numbers === null || !/^[\s\d,;()]*$/.test(text))
    return { words: ', for example [16, 16] or {depth: 3, units: 32}', text: null }
  return write(`[${numbers.join(', ')}]`)
}
