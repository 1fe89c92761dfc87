import { scoreText, SWEEP_TEXTS, sweepVerdict, sweepVerdictText } from '../diagnosis'
import {
  chosenMetric,
  groupLabel,
  groupResults,
  parameterNames,
  type ChosenMetric,
  type GroupResult,
  type SweepRecord
} from '../record'
import { shortened, visibleLine } from '../text'
import { SWEEP_TEXT_WORDS as WORDS } from './texts/sweep'
import { deltaStrips, stripScale, type StripScale } from './sweepStrips'
import { shade, type ColorDepth } from './shades'
import { wrapText } from './wrapText'

/** How a sweep is written for a terminal. */
export interface SweepTextOptions {
  readonly color: ColorDepth
  /** characters a line may take */
  readonly width: number
}

/**
 * A sweep as lines of text: what it is, the verdict, and a row a group of runs that differ in their seed alone: its name, delta by layer
 * (before training │ in the last epoch) of its median run as two strips, that run's number, and how many runs went wrong. Characters of
 * names that would act on a terminal are shown as \u001b.
 */
export function sweepText(record: SweepRecord, { color, width }: SweepTextOptions): string[] {
  const metric = chosenMetric(record)
  const groups = groupResults(record, metric)
  const verdict = wrapText(visibleLine(sweepVerdictText(sweepVerdict(record, metric))), width)
  const scale = stripScale(record, groups)
  const rows = groups.map(group => rowOf(record, group, metric, scale, color))
  return [
    visibleLine(sweepTitle(record)),
    ...verdict,
    '',
    ...aligned(headOf(metric), rows),
    '',
    ...legend(scale, color)
  ]
}

/** "rates — spiral; 24 runs: 3 variants × learning_rate (4) × 2 seeds" */
export function sweepTitle(record: SweepRecord): string {
  const factors = [
    ...(record.variants.length > 0 ? [WORDS.variants(record.variants.length)] : []),
    ...parameterNames(record).map((name, i) => WORDS.parameter(name, record.parameters[i]!.values.length)),
    ...(record.seeds > 1 ? [WORDS.seeds(record.seeds)] : [])
  ]
  const told = isGrid(record) ? factors : [WORDS.drawn(parameterNames(record))]
  return WORDS.title(record.name, record.data.name, record.runs.length, told)
}

/** Whether every combination was run; else values were drawn at random. */
function isGrid({ variants, parameters, seeds, runs }: SweepRecord): boolean {
  const combinations = parameters.reduce((product, { values }) => product * values.length, Math.max(1, variants.length))
  return combinations * seeds === runs.length
}

/** A row's texts, and how many characters its strips show, which may be more in the text for colours. */
interface Row {
  readonly cells: readonly string[]
  readonly strips: string
  readonly shown: number
}

function rowOf(
  record: SweepRecord,
  group: GroupResult,
  metric: ChosenMetric,
  scale: StripScale,
  color: ColorDepth
): Row {
  const run = group.median === null ? undefined : record.runs[group.median]
  const strips = run?.state === 'done' ? deltaStrips(run.summary, scale, color) : { text: '', shown: 0 }
  const score = group.score === null ? WORDS.noScore : scoreText(group.score, metric)
  const label = visibleLine(groupLabel(record, group)) || WORDS.onlyGroup
  return {
    cells: [shortened(label, LONGEST_LABEL), score, WORDS.fates(group.fates, group.runs.length)],
    strips: strips.text,
    shown: strips.shown
  }
}

const LONGEST_LABEL = 48

const headOf = (metric: ChosenMetric): Row => ({
  cells: [WORDS.group, SWEEP_TEXTS.metrics[metric.name], WORDS.runs],
  strips: WORDS.strips,
  shown: WORDS.strips.length
})

function aligned(head: Row, rows: readonly Row[]): string[] {
  const all = [head, ...rows]
  const widest = (of: (row: Row) => number) => all.reduce((most, row) => Math.max(most, of(row)), 0)
  const [label, score, strips] = [widest(row => row.cells[0]!.length), widest(row => row.cells[1]!.length), widest(row => row.shown)] // prettier-ignore
  return all.map(({ cells, strips: text, shown }) =>
    `${cells[0]!.padEnd(label)}  ${text}${' '.repeat(strips - shown)}  ${cells[1]!.padStart(score)}  ${cells[2]!}`.trimEnd()
  )
}

function legend(scale: StripScale, color: ColorDepth): string[] {
  if (scale === null) return []
  const steps = Array.from({ length: 10 }, (_, i) => shade(i / 9, color)).join('')
  return WORDS.legend(scale.low.toFixed(0), steps, scale.high.toFixed(0))
}
