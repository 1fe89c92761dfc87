import { positionAt } from '../position'
import type { Problem, ProblemCode } from '../problems/problem'
import { shortened } from '../problems/words'
import { suggesting } from '../problems/problem'
import type { YamlSource, Source } from '../source'
import { TEXTS } from '../texts/texts'
import { LONGEST_CHAIN, type CellNames } from './cellNames'
import { InheritingSource } from './sources'
import { writtenIn, writtenOver, type Written } from './written'

type Mapping = Readonly<Record<string, unknown>>

/** A cell's mapping with what it took from others, and its places. */
export type Inherited = { readonly written: Written; readonly places: Source } | { readonly problem: Problem }

/** Reads the text of the cell that another extends. */
export type ReadBase = (text: string) => { readonly written: Written } | { readonly problem: Problem }

/** The stage `extends`: the named cell's mapping with `value`, this one's, put over it. */
export function inherited(value: Mapping, source: YamlSource, names: CellNames, read: ReadBase): Inherited {
  if (!('extends' in value)) return { written: writtenIn(value, source), places: source }
  const refuse = (code: ProblemCode, message: string, write: string | null = null): Inherited => ({
    problem: { code, message, ...source.rangeOf(['extends']), ...suggesting(write) }
  })
  const { extends: name } = value
  if (typeof name !== 'string' || name === '') return refuse('wrong-type', TEXTS.sweeps.extendsNothing)
  const chain = chainOf(value, name, names)
  if (new Set(chain).size < chain.length)
    return refuse('circle', TEXTS.sweeps.circle(circleIn(chain).map(one => shortened(one))))
  if (chain.length > LONGEST_CHAIN) return refuse('limit', TEXTS.sweeps.longChain(LONGEST_CHAIN))
  const found = names.find(name)
  if (!('cell' in found)) return refuse('unknown-cell', found.message, found.meant)
  const base = read(found.cell.text)
  if ('problem' in base) return refuse('broken-cell', broken(name, found.cell.text, base.problem))
  if ('compare' in base.written.blocks) return refuse('conflict', TEXTS.sweeps.extendsCompare(shortened(name)))
  return {
    written: writtenOver(base.written, value, source),
    places: new InheritingSource(source, new Set(Object.keys(value)))
  }
}

const broken = (name: string, text: string, { start, message }: Problem): string =>
  TEXTS.sweeps.brokenBase(shortened(name), positionAt(text, start).line, message)

/** From this cell, if it has a name, along `extends`. */
function chainOf({ name: own }: Mapping, base: string, names: CellNames): readonly string[] {
  const chain = names.chain(base)
  if (typeof own !== 'string') return chain
  const again = chain.indexOf(own)
  return [own, ...(again >= 0 ? chain.slice(0, again + 1) : chain)]
}

/** From where a name stands first to where it stands again. */
const circleIn = (chain: readonly string[]): readonly string[] =>
  chain.slice(chain.findIndex((name, i) => chain.indexOf(name, i + 1) >= 0))
