import { isMap, isScalar, type Pair } from 'yaml'
import type { Completion } from './completion'
import type { Cursor } from './cursor'
import { nameUses } from './names'
import { TEXTS } from './texts'
import { readYaml } from './yaml'

/** The names of other cells, where one may stand: behind `extends`, and in `compare` with the variants that they have. */
export function cellNameCompletions({ path, word, cell }: Cursor, cells: readonly string[]): Completion[] {
  const [key] = path
  if (key !== 'extends' && key !== 'compare') return []
  const own = (cell as { readonly name?: unknown } | null)?.name
  return cells.flatMap(text => {
    const name = nameUses(text).find(({ role }) => role === 'definition')?.name
    if (name === undefined || name === own) return []
    const labels = key === 'compare' ? labelsIn(text).map(label => `${name}/${label}`) : []
    return [name, ...labels].map((label): Completion => ({
      ...{ label, kind: 'value', insert: label, range: word },
      detail: label === name ? TEXTS.otherCell : TEXTS.variantOf(name),
      documentation: ''
    }))
  })
}

/** The labels of a cell's variants that need no quotes. */
function labelsIn(text: string): string[] {
  const { contents } = readYaml(text)
  const variants = isMap(contents) ? (contents.get('variants', true) as unknown) : null
  if (!isMap(variants)) return []
  const labels = (variants.items as Pair[]).map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  return labels.filter(label => /^[\p{L}\p{N}_+.-]+$/u.test(label))
}
