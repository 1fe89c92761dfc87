import type { Completion } from './completion'
import type { Cursor } from './cursor'
import { keysOf, type Shape } from './shape'
import { shapeIn, valueAt, variedPaths } from './sweepShape'
import { requiredForm } from './requiredForm'
import { defaultOf, docMarkdown, kindOf } from './words'
import { ourKey } from './yaml'

/** The keys that the mapping at the cursor may have and does not have yet. */
export function keyCompletions(root: Shape, cursor: Cursor): Completion[] {
  if (namesKeys(cursor.path)) return pathItems(root, cursor)
  const shape = shapeIn(root, cursor.cell, cursor.path)
  if (shape === null || shape.mappings.length === 0) return []
  const keys = keysOf(shape, valueAt(cursor.cell, cursor.path))
  return [...keys].filter(([key]) => !cursor.siblings.includes(key)).map(([key, inner]) => keyItem(key, inner, cursor))
}

/** Whether the keys there are names of keys: those of a sweep's parameters. */
const namesKeys = (path: Cursor['path']): boolean =>
  path[0] === 'sweep' && path[1] === 'parameters' && path.length === 2

/** Dotted paths, each with a list to fill in. */
const pathItems = (root: Shape, cursor: Cursor): Completion[] =>
  variedPaths(root, cursor.cell)
    .filter(([path]) => !cursor.siblings.includes(path))
    .map(([path, shape]) => ({
      ...keyItem(path, shape, cursor),
      label: path,
      insert: cursor.hasColon ? path : `${path}: [$1]`
    }))

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
