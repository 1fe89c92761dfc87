import { walkJson, type Walked } from './jsonWalk'

/**
 * What a notebook file holds and its copy does not, as paths; empty where nothing is lost or added. Ids of cells may differ, as they
 * are repaired: outputs are compared by the place of their cell. A source is compared as text, however it is cut into lines; and empty
 * containers that the format writes or leaves out do not count.
 */
export function losses(before: string, after: string): string[] {
  const [from, to] = [contentsOf(walkJson(before)), contentsOf(walkJson(after))]
  const count = new Map<string, number>()
  for (const line of from) count.set(line, (count.get(line) ?? 0) + 1)
  for (const line of to) count.set(line, (count.get(line) ?? 0) - 1)
  return [...count].filter(([, times]) => times !== 0).map(([line, times]) => `${times > 0 ? 'lost' : 'new'}: ${line}`)
}

/** Every scalar and empty container with its path. */
function contentsOf(root: Walked): string[] {
  const [cells, outputs] = [fieldOf(root, 'cells'), fieldOf(root, 'outputs')]
  const ids = cells?.kind === 'list' ? cells.entries.map(cell => idOf(cell)) : []
  const sources = cells?.kind === 'list' ? cells.entries.map(cell => `source ${sourceOf(cell)}`) : []
  const lines = linesOf(root, []).flatMap(({ path, text }) => {
    if (path[0] === 'cells' && ['id', 'source'].includes(path[2]!)) return []
    const emptyByForm = path.length === 1 && ['metadata', 'outputs'].includes(path[0]!) && text === '{}'
    const isList = path[0] === 'outputs' && outputs && fieldOf(outputs, path[1] ?? '')?.kind === 'list'
    const owner = isList ? ids.indexOf(path[1]!) : -1
    if (emptyByForm || (owner >= 0 && path.length === 2 && text === '[]')) return []
    const told = owner >= 0 ? ['outputs of cell', String(owner), ...path.slice(2)] : path
    return [`${told.map(key => JSON.stringify(key)).join('.')} = ${text}`]
  })
  return [...sources, ...lines]
}

function sourceOf(cell: Walked): string {
  const source = fieldOf(cell, 'source')
  const lines = source?.kind === 'list' ? source.entries : []
  return JSON.stringify(lines.map(line => (line.kind === 'scalar' ? JSON.parse(line.text) : null)).join('\n'))
}

interface Line {
  readonly path: readonly string[]
  readonly text: string
}

function linesOf(value: Walked, path: readonly string[]): Line[] {
  if (value.kind === 'scalar') return [{ path, text: value.text }]
  const parts = value.kind === 'list' ? value.entries.map((entry, i) => [String(i), entry] as const) : value.fields
  if (parts.length === 0) return [{ path, text: value.kind === 'list' ? '[]' : '{}' }]
  return parts.flatMap(([key, part]) => linesOf(part, [...path, key]))
}

const fieldOf = (value: Walked, key: string): Walked | undefined =>
  value.kind === 'object' ? value.fields.find(([name]) => name === key)?.[1] : undefined

/** An id as outputs are keyed by it. */
function idOf(cell: Walked): string | undefined {
  const id = fieldOf(cell, 'id')
  if (id?.kind !== 'scalar') return undefined
  return id.text.startsWith('"') ? (JSON.parse(id.text) as string) : String(JSON.parse(id.text))
}
