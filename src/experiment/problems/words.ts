import { shortened as cut } from '../../text'
import type { Path } from '../path'
import { TEXTS } from '../texts/texts'

/** A path as people write it: optimizer.learning_rate, activation[2]; a {name: …} counts as its key. */
export function label(path: Path): string {
  const steps = path.at(-1) === 'name' && path.length > 1 ? path.slice(0, -1) : path
  return steps
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${shortened(String(step))}`))
    .join('')
}

/** ", not …" with what is in the cell. */
export function not(value: unknown): string {
  if (value === undefined) return ''
  return value === null ? TEXTS.values.noValueYet : TEXTS.values.not(quoted(value))
}

/** How much of a value a sentence repeats. */
const MOST = 40

/** `text` as far as a sentence can bear it. */
export const shortened = (text: string, most = MOST): string => cut(text, most)

/** A value as it might be written in a cell, shortened. */
export const quoted = (value: unknown): string => shortened(written(value, MOST))

/** `value` as JSON; of what is longer than `room` only the beginning. */
function written(value: unknown, room: number): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room))
  if (Array.isArray(value)) return `[${joined(value, room, written)}]`
  if (value === null || typeof value !== 'object') return String(value)
  const field = ([key, inner]: [string, unknown], left: number) => `${written(key, left)}:${written(inner, left)}`
  return `{${joined(Object.entries(value), room, field)}}`
}

function joined<T>(items: readonly T[], room: number, write: (item: T, room: number) => string): string {
  let text = ''
  for (const [i, item] of items.entries()) {
    if (text.length > room) break
    text += `${i > 0 ? ',' : ''}${write(item, room - text.length)}`
  }
  return text
}

/** A type of the schema in plain words. */
export const typeName = (type: string): string => TEXTS.values.types[type] ?? type

export const isMappingOrList = (value: unknown): value is object => value !== null && typeof value === 'object'
