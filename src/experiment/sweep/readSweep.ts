import { nearest } from '../../text'
import { isMapping } from '../normalize'
import { quoted } from '../problems/words'
import { TEXTS } from '../texts/texts'
import { ValueReader } from './distribution'
import type { Parameter } from './parameter'
import { readParameters } from './readParameters'
import type { Report } from './report'

export type SweepMethod = 'grid' | 'random'

/** What runs are sorted by. */
const METRICS = ['loss', 'accuracy', 'test_loss', 'test_accuracy'] as const
/** The end of a curve, by which the runs of a cell are sorted. */
export type Metric = (typeof METRICS)[number]

/** A `sweep` block. */
export interface Combinations {
  readonly method: SweepMethod
  /** in the order written */
  readonly parameters: readonly Parameter[]
  /** null: all */
  readonly runCap: number | null
  readonly metric: Metric | null
}

const SWEEP_KEYS = ['method', 'parameters', 'run_cap', 'metric'] as const

/** Keys of W&B's sweeps that say how W&B starts programs. */
const ONLY_WANDB = ['program', 'command', 'name', 'description', 'project', 'entity', 'controller', 'imageuri']

/** W&B's names of losses and accuracies on held-out data. */
const METRIC_ALIASES: Readonly<Record<string, Metric>> = {
  val_loss: 'test_loss',
  validation_loss: 'test_loss',
  val_accuracy: 'test_accuracy',
  validation_accuracy: 'test_accuracy',
  train_loss: 'loss',
  train_accuracy: 'accuracy'
}

/** Reads a `sweep` block; what is wrong with it is reported. `nextId` numbers its values. */
export function readSweep(written: unknown, report: Report, nextId: () => number): Combinations | null {
  if (!isMapping(written)) {
    report.value('wrong-type', ['sweep'], TEXTS.sweeps.sweepMapping)
    return null
  }
  unknownKeys(written, report)
  const method = methodOf(written['method'], 'method' in written, report)
  const runCap = runCapOf(written['run_cap'], report)
  if (method === 'random' && !('run_cap' in written))
    report.value('missing-key', ['sweep', 'method'], TEXTS.sweeps.needsRunCap)
  const metric = 'metric' in written ? metricOf(written['metric'], report) : null
  if (!('parameters' in written)) report.value('missing-key', ['sweep'], TEXTS.sweeps.noParameters)
  const reader = new ValueReader(report, method !== 'random', nextId)
  const parameters =
    'parameters' in written ? readParameters(written['parameters'], ['sweep', 'parameters'], reader, report) : []
  return { method, parameters, runCap, metric }
}

function unknownKeys(written: Readonly<Record<string, unknown>>, report: Report): void {
  for (const key of Object.keys(written)) {
    const place = ['sweep', key]
    if ((SWEEP_KEYS as readonly string[]).includes(key)) continue
    if (key === 'early_terminate') report.key('unsupported-key', place, TEXTS.sweeps.earlyTerminate)
    else if (key === 'goal') report.key('unsupported-key', place, TEXTS.sweeps.goal)
    else if (ONLY_WANDB.includes(key)) report.key('unsupported-key', place, TEXTS.sweeps.onlyWandb(key))
    else {
      const meant = key === 'runs' || key === 'count' ? 'run_cap' : nearest(key, SWEEP_KEYS)
      report.key('unknown-key', place, TEXTS.sweeps.sweepKey(quoted(key), meant, SWEEP_KEYS), meant)
    }
  }
}

function methodOf(written: unknown, isGiven: boolean, report: Report): SweepMethod {
  if (!isGiven || written === 'grid') return 'grid'
  if (written === 'random') return 'random'
  const place = ['sweep', 'method']
  if (written === 'bayes') report.value('unknown-name', place, TEXTS.sweeps.bayes, 'grid')
  else {
    const meant = typeof written === 'string' ? nearest(written, ['grid', 'random']) : null
    report.value('unknown-name', place, TEXTS.sweeps.unknownMethod(quoted(written), meant), meant)
  }
  return 'grid'
}

function runCapOf(written: unknown, report: Report): number | null {
  if (written === undefined) return null
  if (Number.isSafeInteger(written) && (written as number) >= 1) return written as number
  report.value('out-of-range', ['sweep', 'run_cap'], TEXTS.sweeps.runCap(quoted(written)))
  return null
}

function metricOf(written: unknown, report: Report): Metric | null {
  const place = ['sweep', 'metric']
  if (!isMapping(written) || typeof written['name'] !== 'string') {
    report.value('wrong-type', place, TEXTS.sweeps.metricMapping)
    return null
  }
  for (const key of Object.keys(written)) {
    if (key === 'goal') report.key('unsupported-key', [...place, key], TEXTS.sweeps.goal)
    else if (key !== 'name') report.key('unknown-key', [...place, key], TEXTS.sweeps.metricKey(quoted(key)))
  }
  return metricNamed(written['name'], report)
}

function metricNamed(written: string, report: Report): Metric | null {
  const plain = written.toLowerCase().replace(/[\s/.-]+/g, '_')
  const name = Object.hasOwn(METRIC_ALIASES, plain) ? METRIC_ALIASES[plain]! : plain
  const known = METRICS.find(metric => metric === name)
  if (known === undefined)
    report.value('unknown-name', ['sweep', 'metric', 'name'], TEXTS.sweeps.metricName(quoted(written), METRICS), nearest(name, METRICS)) // prettier-ignore
  return known ?? null
}
