import {
  convergedAt,
  CURVE_NAMES,
  decadesOf,
  groupsOf,
  thumbnailSize,
  THUMBNAIL_MARKS,
  type CurveName,
  type CurveSummary,
  type EndQuantity,
  type RunRecord,
  type RunSummary,
  type SweepRecord,
  type SweepRun
} from '../record'
import type { RuleName } from '../diagnosis'
import { rows, runJson } from './runJson'

/** A line of JSON for every run of a sweep that has ended, in the order of the runs, each ended by a line feed. */
export const sweepJsonLines = (record: SweepRecord): string =>
  record.runs
    .map((run, index) => (run.state === 'missing' ? '' : `${JSON.stringify(sweepRunJson(record, run, index))}\n`))
    .join('')

/** The line of one run that has ended, with its whole record where that is there. */
export const sweepJsonLine = (
  record: SweepRecord,
  index: number,
  whole: RunRecord | null,
  silenced: readonly RuleName[]
): string => {
  const about = sweepRunJson(record, record.runs[index]!, index)
  return `${JSON.stringify(whole === null ? about : { ...about, record: runJson(whole, silenced) })}\n`
}

/** One run: what is different in it, and its summary; `failed` says why there is none. */
function sweepRunJson({ name, parameters }: SweepRecord, run: SweepRun, index: number): object {
  const about = {
    ...{ name, run: index, variant: run.label },
    parameters: Object.fromEntries(parameters.map((parameter, i) => [parameter.name, run.values[i]])),
    ...{ seed: run.seed, digest: run.digest }
  }
  if (run.state === 'failed') return { ...about, failed: run.why }
  return run.state === 'done' ? { ...about, ...summaryJson(run.summary) } : about
}

function summaryJson(summary: RunSummary): object {
  const { curves, stop, nonfinite, finding } = summary
  return {
    ...Object.fromEntries(CURVE_NAMES.map(name => [name, curveJson(curves[name])])),
    epochs_to: epochsTo(summary),
    ...{ stop, nonfinite },
    delta: ends(summary, 'delta_rms'),
    weight_gradient: ends(summary, 'weight_gradient_l2'),
    decades: {
      init: plain(decadesOf(summary, 'delta_rms', 'initial')),
      last: plain(decadesOf(summary, 'delta_rms', 'last'))
    },
    findings: finding === null ? [] : [finding.rule]
  }
}

/**
 * A whole sweep: what its runs share, and each run as `sweepRunJson` tells it with all else that its summary keeps: `course`, a number for
 * each group of epochs, whose last ones `epochs` names, and `log10_delta_rms` [layers][groups], where "-Infinity" is zero, "NaN" not finite and null
 * does not apply.
 */
export function wholeSweepJson(record: SweepRecord): object {
  const { name, engine, experiment, data, variants, seeds, metric } = record
  const runs = record.runs.map((run, index) => ({
    ...sweepRunJson(record, run, index),
    ...{ state: run.state },
    ...(run.state === 'done' ? summaryRest(run.summary) : {})
  }))
  return { name, engine, experiment, data, variants, parameters: record.parameters, seeds, metric, runs }
}

function summaryRest(summary: RunSummary): object {
  const { layers, parameters, epochs, columns, trivialLoss, curves, lowest, finding, thumbnail } = summary
  const groups = groupsOf(epochs, columns)
  const course = (name: CurveName) => curves[name] && [...curves[name].course].map(plain)
  return {
    ...{ layers, net_parameters: parameters, planned_epochs: epochs, trivial_loss: plain(trivialLoss), finding },
    epochs: groups.map(({ to }) => to - 1),
    course: Object.fromEntries(CURVE_NAMES.map(name => [name, course(name)])),
    lowest_loss: [...lowest].map(plain),
    log10_delta_rms: Array.from({ length: layers }, (_, layer) =>
      groups.map((_, i) => deltaJson(thumbnail, layer * groups.length + i))
    )
  }
}

function deltaJson(thumbnail: RunSummary['thumbnail'], cell: number): number | string | null {
  const size = thumbnailSize(thumbnail, cell)
  if (size !== null) return Number(size.toFixed(3))
  const mark = thumbnail.cells[cell]
  return mark === THUMBNAIL_MARKS.zero ? '-Infinity' : mark === THUMBNAIL_MARKS.nonfinite ? 'NaN' : null
}

const curveJson = (curve: CurveSummary | null): object | null =>
  curve && { first: plain(curve.first), best: plain(curve.best), best_epoch: curve.bestEpoch, last: plain(curve.last) }

/** The first epochs at or below so much of the loss's fall from first to best. */
function epochsTo(summary: RunSummary): object | null {
  const { quarters, curves } = summary
  if (quarters === null || curves.loss === null) return null
  const { first, best } = curves.loss
  const ninth = convergedAt(summary, first - 0.9 * (first - best))
  return { 0.25: quarters[0], 0.5: quarters[1], 0.75: quarters[2], 0.9: ninth, 1: quarters[3] }
}

function ends({ ends }: RunSummary, quantity: EndQuantity): object {
  const [init, last] = rows(ends[quantity])
  return { init, last }
}

/** NaN and infinities are texts in JSON. */
const plain = (value: number | null): number | string | null =>
  value === null || Number.isFinite(value) ? value : String(value)
