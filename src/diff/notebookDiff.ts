import type { Cell, Notebook } from '../notebook'
import { changeOf } from './outputSummary'
import { DIFF_TEXTS as TEXTS } from './texts'

/**
 * How a notebook has changed, as lines: "-" and "+" before lines of sources, and for an output what matters in one line. Cells are the
 * same that have one id. None where nothing has changed but the order of keys.
 */
export function notebookDiff(before: Notebook, after: Notebook): string[] {
  const old = new Map(before.cells.map((cell, i) => [cell.id, { cell, place: i + 1 }]))
  const kept = new Set(after.cells.map(({ id }) => id))
  const removed = before.cells.flatMap((cell, i) =>
    kept.has(cell.id) ? [] : [TEXTS.removed(i + 1), ...marked('-', cell.source), '']
  )
  const others = after.cells.flatMap((cell, i) => {
    const known = old.get(cell.id)
    return known ? cellDiff(known.cell, cell, i + 1) : [TEXTS.added(i + 1), ...marked('+', cell.source), '']
  })
  return [...aboutAll(before, after), ...removed, ...others]
}

function aboutAll(before: Notebook, after: Notebook): string[] {
  const ids = (one: Notebook, other: Notebook) => one.cells.map(({ id }) => id).filter(id => other.cells.some(cell => cell.id === id)) // prettier-ignore
  const moved = ids(before, after).join() !== ids(after, before).join()
  const told = JSON.stringify(before.metadata) !== JSON.stringify(after.metadata)
  return [...(told ? [TEXTS.metadata, ''] : []), ...(moved ? [TEXTS.order, ''] : [])]
}

function cellDiff(before: Cell, after: Cell, place: number): string[] {
  const source = before.source === after.source ? [] : sourceDiff(before.source.split('\n'), after.source.split('\n'))
  const change = changeOf(before.outputs, after.outputs)
  const output = change === null ? [] : [TEXTS.output(change)]
  const lines = [...source, ...output]
  return lines.length === 0 ? [] : [TEXTS.changed(place), ...lines, '']
}

/** What lies between the lines that both begin and end with, and one line before it. */
function sourceDiff(before: readonly string[], after: readonly string[]): string[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return [
    ...before.slice(Math.max(0, start - 1), start).map(line => `  ${line}`),
    ...before.slice(start, before.length - end).map(line => `- ${line}`),
    ...after.slice(start, after.length - end).map(line => `+ ${line}`)
  ]
}

const marked = (sign: string, source: string): string[] => source.split('\n').map(line => `${sign} ${line}`)
