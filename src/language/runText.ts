import { Document, isMap, isScalar, visit } from 'yaml'
import { resolvedText } from './resolvedText'
import type { Expansion } from '../experiment'

type Mapping = { [key: string]: unknown }

/** What takes the many runs of a cell away that is extended. */
const BLOCKS = ['variants', 'sweep', 'seeds'] as const

/**
 * A cell of its own for one run of a cell of many: it extends that cell where it has a name, and says what is different in the run; else
 * it says everything.
 */
export function runText(name: string | null, expansion: Expansion, index: number): string {
  const run = expansion.run(index)
  if (name === null) return resolvedText({ ...run.experiment, name: null })
  const { variants, combinations, seeds } = expansion.says
  const has = { variants: variants.length > 0, sweep: combinations !== null, seeds: seeds !== null }
  const nothing = Object.fromEntries(BLOCKS.filter(block => has[block]).map(block => [block, null]))
  const different: Mapping = {}
  for (const { path, value } of expansion.look(index).overrides) put(different, path, value)
  const seed = has.seeds || 'seed' in different ? { seed: run.seed } : {}
  return written({ extends: name, ...nothing, ...different, ...seed })
}

/** Sets the value at `path`, in mappings that are made where there are none; a bare name there is short for {name: …}. */
function put(cell: Mapping, path: readonly string[], value: unknown): void {
  const [key, ...inner] = path
  if (inner.length === 0) return void (cell[key!] = value)
  const there = cell[key!]
  const mapping = typeof there === 'string' ? { name: there } : isFields(there) ? { ...there } : {}
  put(mapping, inner, value)
  cell[key!] = mapping
}

const isFields = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function written(cell: Mapping): string {
  const document = new Document(cell)
  visit(document, {
    Seq: (_, node) => void (node.flow = true),
    Map: (_, node, path) => void (node.flow = path.length > 1),
    Pair: (_, { value }) => {
      if (isMap(value)) value.flow = true
      if (isScalar(value) && value.value === null) value.source = 'null'
    }
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
