import { grouped } from '../../text'
import { either } from './lists'

/** What is said of a value of the wrong type or size. */
export const VALUE_TEXTS = {
  /** `not` and `hint` continue the sentence, see below. */
  mustBe: (label: string, types: readonly string[], not: string, hint: string) =>
    `${label} must be ${either(types)}${not}${hint}`,
  mustNotBeEmpty: (label: string) => `${label} must not be empty`,
  atLeast: (label: string, least: string, not: string) => `${label} must be at least ${least}${not}`,
  above: (label: string, least: string, not: string) => `${label} must be above ${least}${not}`,
  atMost: (label: string, most: string, not: string, hint: string) => `${label} must be at most ${most}${not}${hint}`,
  below: (label: string, most: string, not: string, hint: string) => `${label} must be below ${most}${not}${hint}`,
  other: (label: string, what: string) => `${label}: ${what}`,

  /** Types of the schema. */
  types: {
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    string: 'text',
    array: 'a list',
    object: 'a mapping'
  } as Readonly<Record<string, string>>,
  aName: 'a name',

  /** What continues a sentence: what is written instead. */
  not: (written: string) => `, not ${written}`,
  noValueYet: '; it has no value yet',

  /** What continues a sentence: what to write. */
  hints: {
    write: (text: string) => `; write ${text}`,
    inQuotes: (text: string) => `; write ${text}, in quotes`,
    withoutQuotes: (text: string) => `; write ${text} without quotes`,
    withCommas: (text: string) => `; write ${text} with commas`,
    oneOf: (texts: readonly string[]) => `; write ${either(texts)}`,
    whichever: (texts: readonly string[]) => `; write ${either(texts)}, whichever you mean`,
    commaBetween: '; put a comma between two numbers, and nothing between the digits of one',
    inDigits: '; write it in digits',
    plainNumber: (example: string) => `; write one plain number, as in ${example}`,
    percent: (share: number, percent: number) => `; write ${share} for ${percent} %`,
    example: (text: string) => `, for example ${text}`,
    layers: ', for example [16, 16] or {depth: 3, units: 32}',
    oneLayer: (number: string) =>
      `; write [${number}] for one layer of ${number} units, or {depth: ${number}, units: 32} for ${number} layers`,
    layersTimes: (depth: string, units: string) =>
      `; write {depth: ${depth}, units: ${units}} for ${depth} layers of ${units} units`
  }
}

/** How a cell's problems are told together. */
export const LIST_TEXTS = {
  title: 'This cell cannot run yet',
  at: (line: number, column: number, message: string) => `line ${line}, column ${column}: ${message}`,
  more: (count: number) =>
    `${grouped(count)} more ${count > 1 ? 'problems are' : 'problem is'} not shown; fix these first`
}
