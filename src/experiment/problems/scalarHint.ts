import { millionsIn, numbersIn } from './writtenNumber'
import type { Path } from '../path'
import { TEXTS } from '../texts/texts'

/** What to write in place of a value of the wrong type; `text` is null where only a person knows. */
export interface Hint {
  /** continues the sentence: "; write 32" */
  readonly words: string
  readonly text: string | null
}

const NONE: Hint = { words: '', text: null }
const { hints } = TEXTS.values
const write = (text: string, words = hints.write): Hint => ({ words: words(text), text })
const say = (words: string): Hint => ({ words, text: null })

/**
 * For a value at `path` that is not of the `expected` type of the schema; `written` is how the cell has it. A text is offered
 * only where it is certain to say what the person says.
 */
export function scalarHint(value: unknown, expected: string, path: Path, written: string): Hint {
  if (expected === 'boolean') return switchHint(value)
  if (expected === 'number' || expected === 'int') return numberHint(value, expected, path)
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return write(JSON.stringify(written), hints.inQuotes)
  return NONE
}

const YES = ['yes', 'on', '1', 'y', 't']
const NO = ['no', 'off', '0', 'n', 'f']

function switchHint(value: unknown): Hint {
  const word = String(value).toLowerCase()
  if (YES.includes(word)) return write('true')
  return NO.includes(word) ? write('false') : NONE
}

/** What is longer is no number with its unit. */
const LONGEST = 80

function numberHint(value: unknown, expected: string, path: Path): Hint {
  if (typeof value === 'number') return expected === 'int' ? betweenWholes(value) : NONE
  if (typeof value !== 'string' || value.trim() === '') return NONE
  if (value.length > LONGEST) return noReading(value, expected)
  const inList = typeof path.at(-1) === 'number'
  if (inList && /^\s*\d+(\s+\d+)+\s*$/.test(value)) return severalNumbers(value.trim().split(/\s+/))
  const fitting = readings(value, expected, path)
  const [one, other] = fitting
  if (one === undefined) return noReading(value, expected)
  if (other !== undefined) return say(hints.whichever(fitting))
  return write(one, one === value.trim() ? hints.withoutQuotes : hints.write)
}

const betweenWholes = (value: number): Hint =>
  Number.isFinite(value) ? say(hints.oneOf([Math.floor(value), Math.ceil(value)].map(String))) : NONE

/** `[16 16]`; but 10 000 and 128 256 may be one number each. */
const severalNumbers = (numbers: readonly string[]): Hint =>
  numbers.slice(1).every(digits => digits.length === 3) || numbers.some(digits => /^0/.test(digits))
    ? say(hints.commaBetween)
    : write(numbers.join(', '), hints.withCommas)

function readings(value: string, expected: string, path: Path): readonly string[] {
  if (expected !== 'int') return [...numbersIn(value), ...inSeconds(value, path)]
  const plain = [value, withoutUnit(value, path)].flatMap(text => [...numbersIn(text), ...millionsIn(text)])
  const whole = plain.map(Number).filter(number => Number.isSafeInteger(number))
  return [...new Set(whole)].map(String)
}

function noReading(value: string, expected: string): Hint {
  if (!/\p{Nd}/u.test(value)) return say(hints.inDigits)
  return say(hints.plainNumber(expected === 'int' ? '32' : '0.01'))
}

/** What the values of these keys count: `30 epochs`, `3 layers`. */
const UNITS: Readonly<Record<string, RegExp>> = {
  epochs: /\s*epochs?$/i,
  batch_size: /\s*samples?$/i,
  samples: /\s*(samples?|points?)$/i,
  classes: /\s*class(es)?$/i,
  inputs: /\s*inputs?$/i,
  depth: /\s*(hidden )?layers?$/i,
  units: /\s*(units?|neurons?)$/i,
  hidden_layers: /\s*(units?|neurons?)$/i
}

function withoutUnit(value: string, path: Path): string {
  const key = path.filter(step => typeof step === 'string').at(-1) ?? ''
  const unit = Object.hasOwn(UNITS, key) ? UNITS[key]! : null
  return unit === null ? '' : value.trim().replace(unit, '')
}

const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/\s*s(ec(onds?|s)?)?$/i, 1],
  [/\s*min(utes?|s)?$/i, 60],
  [/\s*h(ours?)?$/i, 3600]
]

/** `2 min` of `after_seconds`. */
function inSeconds(value: string, path: Path): readonly string[] {
  if (path.at(-1) !== 'after_seconds') return []
  const [unit, seconds] = SECONDS.find(([unit]) => unit.test(value.trim())) ?? []
  return unit ? numbersIn(value.trim().replace(unit, '')).map(number => String(Number(number) * seconds!)) : []
}
