import { divergenceHint } from './dataText'
import type { Nonfinite, RunRecord, StopReason } from './runRecord'

/** How far a run has come: `tone` for the eye, `text` for reading. */
export interface RunState {
  readonly tone: 'running' | 'completed' | 'stopped' | 'diverged'
  readonly text: string
}

const REASONS: { readonly [reason in StopReason]: string } = {
  completed: '',
  nonfinite: '',
  loss_below: 'loss below its limit',
  after_seconds: 'time limit',
  cancelled: 'cancelled',
  failed: 'failed'
}

export function stateOf(record: RunRecord): RunState {
  const { stop, nonfinite } = record.events
  if (stop?.reason === 'nonfinite') return { tone: 'diverged', text: divergence(record, nonfinite, stop.epoch) }
  const afterwards = nonfinite === null ? '' : `; ${notFinite(record, nonfinite)}`
  const tone = nonfinite !== null ? 'diverged' : undefined
  if (stop === null) return { tone: tone ?? 'running', text: progress(record) + afterwards }
  const at = `epoch ${stop.epoch} of ${record.epochs}`
  if (stop.reason === 'completed') return { tone: tone ?? 'completed', text: at + afterwards }
  return { tone: tone ?? 'stopped', text: `stopped at ${at}: ${REASONS[stop.reason]}${afterwards}` }
}

function progress({ columns, epochs }: RunRecord): string {
  return columns === 0 ? 'starting' : `epoch ${columns - 1} of ${epochs}`
}

function divergence(record: RunRecord, event: Nonfinite | null, epoch: number): string {
  const where = `diverged at epoch ${event?.epoch ?? epoch} of ${record.epochs}`
  const hint = divergenceHint(record.data)
  return `${event === null ? where : `${where}: ${what(record, event)} not finite ${step(event)}`}${hint}`
}

/** "gradient of hidden 5 not finite at step 203, epoch 7" */
export function notFinite(record: Pick<RunRecord, 'layers'>, event: Nonfinite): string {
  const epoch = event.step === 0 ? '' : `, epoch ${event.epoch}`
  return `${what(record, event)} not finite ${step(event)}${epoch}`
}

const step = ({ step }: Nonfinite): string =>
  step === 0 ? 'before any update' : `at step ${step.toLocaleString('en-US')}`

const what = ({ layers }: Pick<RunRecord, 'layers'>, { quantity, layer }: Nonfinite): string =>
  layer === null ? quantity : `${quantity} of ${layers[layer]?.name ?? `layer ${layer + 1}`}`
