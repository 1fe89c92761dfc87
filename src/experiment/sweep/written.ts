import { MANY_RUNS_KEYS } from '../schema/manyRuns'
import { isMapping, normalize } from '../normalize'
import type { Source } from '../source'
import { merged, putOver } from './override'

type Mapping = Readonly<Record<string, unknown>>

/** A cell's mapping in two parts, after it took what it extends. */
export interface Written {
  /** the keys of an experiment (and those that no cell has), canonical */
  readonly cell: Mapping
  /** what makes many runs of it, as it is written */
  readonly blocks: Blocks
  /** those of the variants in the order written, which numbers as keys of an object do not keep */
  readonly labels: readonly string[]
}

export interface Blocks {
  readonly variants?: unknown
  readonly sweep?: unknown
  readonly seeds?: unknown
  readonly compare?: unknown
}

/** A cell that extends no other. */
export function writtenIn(value: Mapping, source: Source): Written {
  const isBlock = ([key]: [string, unknown]): boolean => MANY_RUNS_KEYS.includes(key)
  const entries = Object.entries(value)
  const blocks = entries.filter(entry => isBlock(entry) && entry[0] !== 'extends')
  return {
    cell: normalize(Object.fromEntries(entries.filter(entry => !isBlock(entry)))),
    blocks: Object.fromEntries(blocks),
    labels: labelsIn(value, source)
  }
}

function labelsIn({ variants }: Mapping, source: Source): string[] {
  const place = (label: string): number => source.rangeOfKey(['variants', label]).start
  return isMapping(variants) ? Object.keys(variants).sort((a, b) => place(a) - place(b)) : []
}

/** `value`, the mapping of a cell, over what it extends. A name is never inherited; null takes a sweep and the like away. */
export function writtenOver(base: Written, value: Mapping, source: Source): Written {
  const { name: _, ...inherited } = base.cell
  const cell: Record<string, unknown> = { ...inherited }
  const blocks: Record<string, unknown> = { ...base.blocks }
  for (const [key, own] of Object.entries(value)) {
    if (key === 'extends') continue
    if (!MANY_RUNS_KEYS.includes(key)) cell[key] = putOver(key, own === null ? undefined : cell[key], [], own)
    else blocks[key] = key === 'sweep' ? sweepOver(blocks[key], own) : merged(blocks[key], own)
  }
  const own = labelsIn(value, source)
  return { cell, blocks: given(blocks), labels: [...base.labels, ...own.filter(label => !base.labels.includes(label))] }
}

const given = (blocks: Blocks): Blocks =>
  Object.fromEntries(Object.entries(blocks).filter(([, block]) => block !== null))

/** The values of a parameter replace those that it had: together they would say two things. */
function sweepOver(base: unknown, own: unknown): unknown {
  if (!isMapping(base) || !isMapping(own)) return own
  const { parameters: old } = base
  const { parameters: given } = own
  const parameters = isMapping(old) && isMapping(given) ? { ...old, ...given } : (given ?? old)
  return { ...base, ...own, ...(parameters === undefined ? {} : { parameters }) }
}
