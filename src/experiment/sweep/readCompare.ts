import { nearest } from '../../text'
import type { Cell } from '../cell'
import { problemsOf } from '../problems/issues'
import type { Problem } from '../problems/problem'
import { quoted, shortened } from '../problems/words'
import { experimentSchema } from '../schema/experiment'
import type { Source } from '../source'
import { TEXTS } from '../texts/texts'
import type { CellNames } from './cellNames'
import { comparedIn, type Compared } from './compare'
import { Report } from './report'
import type { Written } from './written'

/** Reads a cell with `compare`; `cellIn` reads the text of another cell, null where it has problems. */
export function readCompare(
  { cell, blocks }: Written,
  source: Source,
  names: CellNames,
  cellIn: (text: string) => Cell | null
): { readonly problems: readonly Problem[] } | { readonly cell: Cell } {
  const report = new Report(source)
  for (const key of [...Object.keys(cell), ...Object.keys(blocks)])
    if (key !== 'name' && key !== 'compare') report.key('conflict', [key], TEXTS.sweeps.compareAlone(shortened(key)))
  const name = experimentSchema.shape.name.safeParse(cell['name'])
  if (!name.success)
    report.problems.push(...problemsOf(atName(name.error.issues), cell, source).map(untold => untold()))
  const own = name.data ?? null
  const compared = namesIn(blocks.compare, report)
  compared.forEach(({ written, place }, i) => {
    if (compared.findIndex(one => one.written === written) < i)
      return report.value('duplicate-key', place, TEXTS.sweeps.compareTwice(shortened(written)))
    check(comparedIn(written), own, place, names, cellIn, report)
  })
  if (report.problems.length > 0) return { problems: report.problems }
  return { cell: { kind: 'compare', name: own, compared: compared.map(({ written }) => comparedIn(written)) } }
}

const atName = (issues: Parameters<typeof problemsOf>[0]): Parameters<typeof problemsOf>[0] =>
  issues.map(issue => ({ ...issue, path: ['name', ...issue.path] }))

type Place = readonly PropertyKey[]

function namesIn(written: unknown, report: Report): { readonly written: string; readonly place: Place }[] {
  if (!Array.isArray(written)) {
    const write = typeof written === 'string' ? `[${written}]` : null
    report.value('wrong-type', ['compare'], TEXTS.sweeps.compareList, write)
    return []
  }
  if (written.length === 0) report.value('out-of-range', ['compare'], TEXTS.sweeps.compareEmpty)
  return written.flatMap((name: unknown, i) => {
    if (typeof name === 'string' && name !== '') return [{ written: name, place: ['compare', i] }]
    report.value('wrong-type', ['compare', i], TEXTS.sweeps.compareName(quoted(name)))
    return []
  })
}

function check(
  { cell: name, variant, run }: Compared,
  own: string | null,
  place: Place,
  names: CellNames,
  cellIn: (text: string) => Cell | null,
  report: Report
): void {
  if (name === own) return report.value('circle', place, TEXTS.sweeps.compareItself)
  const found = names.find(name)
  if (!('cell' in found)) return report.value('unknown-cell', place, found.message, rest(found.meant, variant, run))
  const cell = cellIn(found.cell.text)
  const called = shortened(name)
  if (cell === null) return report.value('broken-cell', place, TEXTS.sweeps.compareBroken(called))
  if (cell.kind === 'compare') return report.value('conflict', place, TEXTS.sweeps.compareCompare(called))
  if (variant !== null) return checkVariant(cell, called, variant, place, report)
  const count = cell.kind === 'sweep' ? cell.expansion.count : 1
  if (run !== null && run >= count) report.value('out-of-range', place, TEXTS.sweeps.noSuchRun(run, called, count))
}

/** The name that is meant, with what was written behind it. */
const rest = (meant: string | null, variant: string | null, run: number | null): string | null =>
  meant === null ? null : `${meant}${variant === null ? '' : `/${variant}`}${run === null ? '' : `#${run}`}`

function checkVariant(
  cell: Exclude<Cell, { kind: 'compare' }>,
  called: string,
  variant: string,
  place: Place,
  report: Report
): void {
  const labels = cell.kind === 'sweep' ? cell.expansion.labels : []
  if (labels.includes(variant)) return
  const write = labels.length === 0 ? called : null
  const meant = nearest(variant, labels)
  const message =
    labels.length === 0
      ? TEXTS.sweeps.noVariants(called)
      : TEXTS.sweeps.unknownVariant(
          shortened(variant),
          called,
          meant,
          labels.map(label => shortened(label)).slice(0, 20)
        )
  report.value('unknown-name', place, message, meant === null ? write : `${called}/${meant}`)
}
