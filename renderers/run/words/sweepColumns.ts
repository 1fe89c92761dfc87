import { ruleLabel, RULES, scoreText, type RuleName } from '../../../src/diagnosis'
import {
  chosenMetric,
  convergedAt,
  decadesOf,
  fateOf,
  formatScaled,
  parameterNames,
  scaled,
  valueText,
  type CurveName,
  type RunSummary,
  type SweepRecord,
  type SweepRun,
  isAccuracy
} from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { SWEEP_FIGURE } from './sweepTexts'

/** A column of the table of runs. */
export interface SweepColumn {
  readonly title: string
  readonly hint?: string
  readonly text: (run: SweepRun, index: number) => string
  /** by what it is sorted: numbers ascend, texts by their letters; NaN comes last */
  readonly key: (run: SweepRun, index: number) => number | string
}

const { table: WORDS } = SWEEP_FIGURE

/** All columns that this sweep has something in. `level`: of the training loss, for time to converge. */
export function sweepColumns(record: SweepRecord, level: number): SweepColumn[] {
  const names = parameterNames(record)
  return [
    { title: WORDS.run, text: (_, index) => String(index), key: (_, index) => index },
    ...(record.variants.length > 0 ? [text(WORDS.variant, run => run.label ?? '')] : []),
    ...record.parameters.map((_, i) => parameter(visibleLine(names[i]!), i)),
    ...(record.seeds > 1 ? [{ title: WORDS.seed, text: ({ seed }: SweepRun) => String(seed), key: ({ seed }: SweepRun) => seed }] : []), // prettier-ignore
    text(WORDS.state, run => WORDS.states[fateOf(run)]),
    ...curves(record),
    number(WORDS.converged(scoreText(level, { name: 'loss' })), summary => convergedAt(summary, level), WORDS.never),
    {
      ...number(WORDS.decades, summary => decadesOf(summary, 'delta_rms', 'last')),
      hint: WORDS.decadesHint,
      text: decadesText
    },
    text(WORDS.finding, findingText)
  ]
}

const text = (title: string, textOf: (run: SweepRun) => string): SweepColumn => ({
  title,
  text: run => visibleLine(textOf(run)),
  key: textOf
})

const parameter = (title: string, i: number): SweepColumn => ({
  title,
  text: ({ values }) => visibleLine(valueText(values[i]!)),
  key: ({ values }) => (typeof values[i] === 'number' ? values[i] : valueText(values[i]!))
})

function number(title: string, of: (summary: RunSummary) => number | null, none: string = WORDS.none): SweepColumn {
  return {
    title,
    text: run => {
      if (run.state !== 'done') return WORDS.none
      const value = of(run.summary)
      return value === null ? none : formatScaled(scaled(value), 4)
    },
    key: run => (run.state === 'done' ? (of(run.summary) ?? NaN) : NaN)
  }
}

function curves(record: SweepRecord): SweepColumn[] {
  const has = (name: CurveName) => record.runs.some(run => run.state === 'done' && run.summary.curves[name] !== null)
  const last = (title: string, name: CurveName): SweepColumn[] => (has(name) ? [curve(title, name, 'last')] : [])
  return [
    ...last(WORDS.lastLoss, 'loss'),
    ...(has('loss') ? [curve(WORDS.bestLoss, 'loss', 'best')] : []),
    ...last(WORDS.testLoss, 'test_loss'),
    ...last(WORDS.accuracy, 'accuracy'),
    ...last(WORDS.testAccuracy, 'test_accuracy')
  ]
}

function curve(title: string, name: CurveName, end: 'last' | 'best'): SweepColumn {
  const of = (summary: RunSummary) => summary.curves[name]?.[end] ?? null
  const column = number(title, of)
  if (!isAccuracy(name)) return column
  return { ...column, text: run => percentOr(run.state === 'done' ? of(run.summary) : null) }
}

const percentOr = (share: number | null): string =>
  share === null || !Number.isFinite(share) ? WORDS.none : SWEEP_FIGURE.percent(share)

function decadesText(run: SweepRun): string {
  if (run.state !== 'done') return WORDS.none
  const [first, last] = (['initial', 'last'] as const).map(end => {
    const decades = decadesOf(run.summary, 'delta_rms', end)
    return decades === null ? WORDS.none : Number.isFinite(decades) ? decades.toFixed(1).replace('-', '−') : '−∞'
  })
  return `${first!} → ${last!}`
}

function findingText(run: SweepRun): string {
  if (run.state === 'failed') return run.why
  const rule = run.state === 'done' ? run.summary.finding?.rule : undefined
  return rule === undefined ? '' : isRule(rule) ? ruleLabel(rule) : rule
}

const isRule = (rule: string): rule is RuleName => (RULES as readonly string[]).includes(rule)

/** Indices of runs in the order of a column; those without a number come last whichever way. */
export function sortedRuns(
  record: SweepRecord,
  indices: readonly number[],
  column: SweepColumn,
  ascending: boolean
): number[] {
  const keyed = indices.map(index => ({ index, key: column.key(record.runs[index]!, index) }))
  const sign = ascending ? 1 : -1
  const isNone = (key: number | string) => typeof key === 'number' && Number.isNaN(key)
  return keyed
    .sort((a, b) => Number(isNone(a.key)) - Number(isNone(b.key)) || sign * compare(a.key, b.key) || a.index - b.index)
    .map(({ index }) => index)
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a < b
      ? -1
      : a > b
        ? 1
        : 0
    : String(a) < String(b)
      ? -1
      : String(a) > String(b)
        ? 1
        : 0

/** The table's text for a spreadsheet: tabs between columns. */
export function tableText(record: SweepRecord, indices: readonly number[], level = chosenMetric(record).level): string {
  const columns = sweepColumns(record, level)
  const lines = indices.map(index => columns.map(column => column.text(record.runs[index]!, index).replace(/\t/g, ' ')))
  return [columns.map(({ title }) => title), ...lines].map(fields => fields.join('\t')).join('\n')
}
