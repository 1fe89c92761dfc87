import {
  chosenMetric,
  convergedAt,
  CURVE_NAMES,
  decadesOf,
  END_QUANTITIES,
  fateOf,
  formatScaled,
  scaled,
  valueText,
  type RunSummary,
  type SweepRecord,
  type SweepRun
} from '../record'
import { csvField, csvLine } from './csvField'

const DIGITS = 9

/**
 * All runs of a sweep as CSV, a row a run in the sweep's order: its parameters, seed and digest, what became of it, and the numbers of its
 * summary. An empty field does not apply. `level`: of the training loss, for the column `converged_epoch`.
 */
export function sweepCsv(record: SweepRecord, level = chosenMetric(record).level): string {
  const head = [
    'run',
    ...(record.variants.length > 0 ? ['variant'] : []),
    ...record.parameters.map(({ name }) => csvField(name)),
    ...['seed', 'state', 'epochs'],
    ...CURVE_NAMES.flatMap(name => ['first', 'best', 'best_epoch', 'last'].map(what => `${name}_${what}`)),
    ...['converged_epoch', 'quarter_1_epoch', 'quarter_2_epoch', 'quarter_3_epoch', 'quarter_4_epoch'],
    ...END_QUANTITIES.flatMap(name => [`${name}_decades_initial`, `${name}_decades_last`]),
    ...['finding', 'digest', 'why', ...DETAIL_COLUMNS]
  ]
  return [csvLine(head), ...record.runs.map((run, index) => csvLine(fieldsOf(record, run, index, level)))].join('')
}

function fieldsOf(record: SweepRecord, run: SweepRun, index: number, level: number): string[] {
  const summary = run.state === 'done' ? run.summary : null
  return [
    String(index),
    ...(record.variants.length > 0 ? [csvField(run.label ?? '')] : []),
    ...run.values.map(value => (typeof value === 'number' ? number(value) : csvField(valueText(value)))),
    ...[number(run.seed), fateOf(run), summary ? number(Math.max(0, summary.columns - 1)) : ''],
    ...CURVE_NAMES.flatMap(name => curveFields(summary, name)),
    ...(summary ? [convergedAt(summary, level), ...(summary.quarters ?? NO_QUARTERS)] : [null, ...NO_QUARTERS]).map(number), // prettier-ignore
    ...END_QUANTITIES.flatMap(name =>
      (['initial', 'last'] as const).map(end => number(summary && decadesOf(summary, name, end)))
    ),
    ...[csvField(summary?.finding?.rule ?? ''), csvField(run.digest), run.state === 'failed' ? csvField(run.why) : ''],
    ...(summary ? detailsOf(summary) : DETAIL_COLUMNS.map(() => ''))
  ]
}

/** What else a summary says of its run. Layers count from 1, steps and epochs from 0, which is before training. */
const DETAIL_COLUMNS = [
  ...['layers', 'net_parameters', 'planned_epochs', 'trivial_loss', 'stop', 'stop_epoch'],
  ...['nonfinite', 'nonfinite_step', 'nonfinite_epoch', 'nonfinite_layer'],
  ...['finding_severity', 'finding_layer', 'finding_epoch']
]

function detailsOf({ layers, parameters, epochs, trivialLoss, stop, nonfinite, finding }: RunSummary): string[] {
  const place = (layer: number | null | undefined) => number(typeof layer === 'number' ? layer + 1 : null)
  return [
    ...[layers, parameters, epochs, trivialLoss].map(number),
    ...[stop?.reason ?? '', number(stop?.epoch ?? null)],
    ...[nonfinite?.quantity ?? '', number(nonfinite?.step ?? null), number(nonfinite?.epoch ?? null)],
    place(nonfinite?.layer),
    ...[finding?.severity ?? '', place(finding?.layer), number(finding?.epoch ?? null)]
  ]
}

const NO_QUARTERS = [null, null, null, null]

function curveFields(summary: RunSummary | null, name: (typeof CURVE_NAMES)[number]): string[] {
  const curve = summary?.curves[name]
  if (!curve) return ['', '', '', '']
  return [curve.first, curve.best, curve.bestEpoch, curve.last].map(number)
}

const number = (value: number | null): string => (value === null ? '' : formatScaled(scaled(value), DIGITS))
