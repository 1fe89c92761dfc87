import { NAME_ALIASES } from '../experiment'
import type { Completion } from './completion'
import type { Cursor } from './cursor'
import { formLabel, requiredForm, requiredKeys } from './requiredForm'
import type { Named, Shape } from './shape'
import { shapeIn } from './sweepShape'
import { docMarkdown, inCell } from './words'
import { TEXTS } from './texts'

/** The values that may stand at the cursor: names with their meaning, forms to fill in, the default, examples. */
export function valueCompletions(root: Shape, cursor: Cursor): Completion[] {
  const shape = shapeIn(root, cursor.cell, cursor.path)
  if (shape === null) return []
  const words = shape.words.map(word => wordItem(word, shape, cursor))
  return [...words, ...aliases(shape, cursor), ...forms(shape, cursor), ...plainValues(shape, cursor)]
}

const item = (label: string, kind: Completion['kind'], { word }: Cursor): Completion => ({
  label,
  kind,
  insert: escaped(label),
  detail: '',
  documentation: '',
  range: word
})

/** `$`, `}` and `\` mean something in snippets. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

function wordItem({ name, doc }: Named, shape: Shape, cursor: Cursor): Completion {
  const isDefault = inCell(shape.fallback) === name
  return {
    ...item(name, 'name', cursor),
    detail: [isDefault ? TEXTS.default : '', doc.formula ?? ''].filter(Boolean).join(' · '),
    documentation: docMarkdown(doc),
    isDefault
  }
}

/** Other libraries' names only for those who begin to write one. */
function aliases({ words }: Shape, cursor: Cursor): Completion[] {
  const begun = Object.entries(NAME_ALIASES).filter(([alias]) => cursor.typed !== '' && alias.startsWith(cursor.typed))
  return begun.flatMap(([alias, ours]) =>
    words
      .filter(({ name }) => name === ours)
      .map(({ doc }) => ({
        ...item(alias, 'name', cursor),
        detail: TEXTS.sameAs(ours),
        documentation: docMarkdown(doc)
      }))
  )
}

/** Mappings that cannot be said in one word: {csv: …, target: …}, {depth: …, units: …}. */
function forms({ mappings, doc }: Shape, cursor: Cursor): Completion[] {
  return mappings
    .filter(mapping => requiredKeys(mapping).length > 0)
    .map(mapping => {
      const name = mapping.names[0]?.name ?? ''
      return {
        ...item(formLabel(name, mapping), 'snippet', cursor),
        insert: requiredForm(name, mapping),
        documentation: docMarkdown(mapping.names[0]?.doc ?? doc)
      }
    })
}

/** The default and usual values of what is no name. */
function plainValues({ words, scalar, items, fallback, doc }: Shape, cursor: Cursor): Completion[] {
  if (words.length > 0 || (scalar === '' && items === null)) return []
  const preset =
    fallback === undefined
      ? []
      : [{ ...item(inCell(fallback), 'value', cursor), detail: TEXTS.default, isDefault: true }]
  const examples = (doc.examples ?? []).map(value => ({
    ...item(String(value), 'value', cursor),
    detail: TEXTS.example
  }))
  const all = [...preset, ...examples.filter(({ label }) => label !== preset[0]?.label)]
  return all.map(made => ({ ...made, documentation: docMarkdown(doc), onlyAtStart: true }))
}
