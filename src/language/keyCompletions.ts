import type { Completion } from './completion'
import type { Cursor } from './cursor'
import { keysOf, shapeAt, type Shape } from './shape'
import { requiredForm } from './requiredForm'
import { defaultOf, docMarkdown, kindOf } from './words'
import { ourKey } from './yaml'

/** The keys that the mapping at the cursor may have and does not have yet. */
export function keyCompletions(root: Shape, cursor: Cursor): Completion[] {
  const shape = shapeAt(root, cursor.cell, cursor.path)
  if (shape === null || shape.mappings.length === 0) return []
  const keys = keysOf(shape, valueAt(cursor.cell, cursor.path))
  return [...keys].filter(([key]) => !cursor.siblings.includes(key)).map(([key, inner]) => keyItem(key, inner, cursor))
}

const valueAt = (cell: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], cell)

function keyItem(key: string, shape: Shape, { word, hasColon, typed }: Cursor): Completion {
  const label = typed !== '' && typed !== key && ourKey(typed) === key ? typed : key
  return {
    label,
    kind: 'key',
    insert: hasColon ? label : `${label}: ${onlyForm(shape)}`,
    detail: defaultOf(shape) || kindOf(shape),
    documentation: [docMarkdown(shape.doc), kindOf(shape)].filter(Boolean).join('\n\n'),
    range: word,
    goesOn: !hasColon
  }
}

/** The braces of a key that takes nothing but a mapping, with places for what it must have. */
const onlyForm = ({ words, scalar, items, mappings }: Shape): string =>
  words.length === 0 && scalar === '' && items === null && mappings.length === 1 ? requiredForm('', mappings[0]!) : ''
