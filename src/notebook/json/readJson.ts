import type { Json } from '../notebook'
import { DEEPEST, treeOf, valueOf } from './tree'
import { VERBATIM } from './verbatim'

/** Levels that a notebook has around the data of an output. */
const AROUND = 10

/**
 * The JSON in `text` without loss; undefined where it is none, or none that a notebook may hold. Nearly all text is what
 * JSON.stringify makes of its value, which shows quickly that the value holds all of it.
 */
export function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    const isPlain = !text.includes(VERBATIM) && JSON.stringify(value) === text
    const whole = isPlain ? value : valueOf(treeOf(text), text)
    return nestsWithin(whole, DEEPEST - AROUND) ? whole : undefined
  } catch {
    return undefined
  }
}

const nestsWithin = (value: Json, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((entry: Json) => nestsWithin(entry, levels - 1)))
