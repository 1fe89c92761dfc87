import { verdictOf } from '../diagnosis'
import { ERROR_MIME, TEXT_MIME, type JsonObject, type Output, type OutputItem } from '../notebook'
import { at, formatScaled, headlineText, isAbsent, isOwnMime, log10, type RunRecord } from '../record'
import { firstRecord, shownRecord, type ShownRecord } from './shownRecord'
import { sweepChanges, sweepLines } from './sweepSummary'
import { DIFF_TEXTS as TEXTS } from './texts'

/** What a cell shows, in lines for people; none where it shows nothing. */
export function outputLines(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ items, damaged }) => {
    if (damaged !== undefined) return [TEXTS.damaged]
    const isOurs = items.some(({ mime }) => isOwnMime(mime))
    return items.flatMap(item => (item.mime === TEXT_MIME && isOurs ? [] : itemLines(item)))
  })
}

function itemLines({ mime, data }: OutputItem): string[] {
  if (mime === ERROR_MIME) return [TEXTS.failed(String((data as JsonObject | null)?.['message'] ?? ''))]
  const shown = shownRecord(mime, data)
  if (shown) return linesOf(shown)
  return [isOwnMime(mime) ? TEXTS.damaged : mime === TEXT_MIME && typeof data === 'string' ? data : mime]
}

const linesOf = (shown: ShownRecord): string[] =>
  shown.kind === 'run' ? recordLines(shown.record) : sweepLines(shown.record)

/** How what a cell shows has changed, in one line; null: not at all. */
export function changeOf(before: readonly Output[], after: readonly Output[]): string | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const [old, now] = [firstRecord(before), firstRecord(after)]
  if (old?.kind === 'run' && now?.kind === 'run') return told(runChanges(old.record, now.record))
  if (old?.kind === 'sweep' && now?.kind === 'sweep') return told(sweepChanges(old.record, now.record))
  const [from, to] = [firstLine(before), firstLine(after)]
  return from === to ? TEXTS.moreOutput : `${from} → ${to}`
}

const told = (changes: readonly string[]): string => (changes.length > 0 ? changes.join(', ') : TEXTS.sameToTheEye)

const firstLine = (outputs: readonly Output[]): string => outputLines(outputs)[0]?.split('\n')[0] ?? TEXTS.noOutput

const delta = ({ quantities }: RunRecord, column: number, layer: number): string =>
  formatScaled(at(quantities.delta_rms, column, layer), 3)

function recordLines(record: RunRecord): string[] {
  const last = record.columns - 1
  if (last < 0) return [headlineText(record)]
  const { label, sentence, course } = verdictOf(record)
  return [
    headlineText(record),
    `${label}: ${sentence} ${course}`.trim(),
    ...record.layers.map(({ name }, layer) =>
      TEXTS.deltaCourse(name, delta(record, 0, layer), delta(record, last, layer), last)
    )
  ]
}

/** "delta at hidden 1: 4.3e-8 → 0.3, verdict: Vanishing → Healthy, loss: 0.69 → 0.32" */
const runChanges = (before: RunRecord, after: RunRecord): string[] => [
  ...deltaChange(before, after),
  ...verdictChange(before, after),
  ...curveChanges(before, after)
]

/** Where delta has changed most, before training or else at the end; layers are matched by their names. */
function deltaChange(before: RunRecord, after: RunRecord): string[] {
  const columns = [
    [0, 0],
    [before.columns - 1, after.columns - 1]
  ] as const
  for (const [i, [old, now]] of columns.entries()) {
    if (old < 0 || now < 0) continue
    const changes = after.layers.flatMap(({ name }, layer) => {
      const place = before.layers.findIndex(other => other.name === name)
      if (place < 0) return []
      const [from, to] = [delta(before, old, place), delta(after, now, layer)]
      const size = Math.abs(
        log10(at(after.quantities.delta_rms, now, layer)) - log10(at(before.quantities.delta_rms, old, place))
      )
      return from === to ? [] : [{ name, from, to, size: Number.isNaN(size) ? Infinity : size }]
    })
    const most = changes.sort((a, b) => b.size - a.size)[0]
    if (most)
      return [TEXTS.becomes(i === 0 ? TEXTS.delta(most.name) : TEXTS.deltaAfter(most.name, now), most.from, most.to)]
  }
  return []
}

function verdictChange(before: RunRecord, after: RunRecord): string[] {
  const [old, now] = [verdictOf(before).label, verdictOf(after).label]
  return old === now ? [] : [TEXTS.becomes(TEXTS.verdict, old, now)]
}

const CURVES = { loss: 'loss', test_accuracy: 'test accuracy' } as const

/** What the last epochs end with. */
const curveChanges = (before: RunRecord, after: RunRecord): string[] =>
  (Object.keys(CURVES) as (keyof typeof CURVES)[]).flatMap(name => {
    const [old, now] = [before, after].map(({ curves, columns }) =>
      columns > 0 ? at(curves[name], columns - 1, 0) : null
    )
    if (!old || !now || isAbsent(old.exponent) || isAbsent(now.exponent)) return []
    const [from, to] = [formatScaled(old, 3), formatScaled(now, 3)]
    return from === to ? [] : [TEXTS.becomes(CURVES[name], from, to)]
  })
