import { divergenceHint } from './dataText'
import type { JsonObject } from './json'
import type { Nonfinite, RunRecord, StopReason } from './runRecord'
import { TEXTS } from './texts'

/** How far a run has come: `tone` for the eye, `text` for reading. */
export interface RunState {
  readonly tone: 'running' | 'completed' | 'stopped' | 'diverged'
  readonly text: string
  /** the same without what was not finite, which a verdict beside it tells */
  readonly progress: string
}

const say = TEXTS.state

/** How far `record` has come, or where and why it ended. */
export function stateOf(record: RunRecord): RunState {
  const { stop, nonfinite } = record.events
  const progress = progressOf(record)
  if (stop?.reason === 'nonfinite')
    return { tone: 'diverged', text: divergence(record, nonfinite, stop.epoch), progress }
  if (nonfinite !== null) return { tone: 'diverged', text: say.and(progress, notFinite(record, nonfinite)), progress }
  return { tone: toneOf(stop?.reason), text: progress, progress }
}

function toneOf(reason: StopReason | undefined): RunState['tone'] {
  if (reason === undefined) return 'running'
  return reason === 'completed' ? 'completed' : 'stopped'
}

function progressOf(record: RunRecord): string {
  const { columns, epochs, events } = record
  if (events.stop === null) return columns === 0 ? say.starting : say.epochOf(columns - 1, epochs)
  const { epoch, reason } = events.stop
  const why = say.reasons[reason](limitOf(record, reason))
  return why === '' ? say.epochOf(epoch, epochs) : say.stoppedAt(epoch, epochs, why)
}

/** The number in the cell's `stop` that a reason is named for. */
function limitOf({ experiment }: RunRecord, reason: StopReason): number | null {
  const stop = experiment['stop']
  if (typeof stop !== 'object' || stop === null || Array.isArray(stop)) return null
  const limit = (stop as JsonObject)[reason]
  return typeof limit === 'number' ? limit : null
}

function divergence(record: RunRecord, event: Nonfinite | null, epoch: number): string {
  const told =
    event === null
      ? say.divergedAt(epoch, record.epochs)
      : say.divergedBy(event.epoch, record.epochs, atStep(record, event))
  const hint = divergenceHint(record.data)
  return hint === '' ? told : say.and(told, hint)
}

/** "gradient of hidden 5 not finite at step 203, epoch 7" */
const notFinite = (record: Pick<RunRecord, 'layers'>, event: Nonfinite): string =>
  event.step === 0 ? atStep(record, event) : say.notFiniteIn(what(record, event), event.step, event.epoch)

const atStep = (record: Pick<RunRecord, 'layers'>, event: Nonfinite): string =>
  event.step === 0 ? say.notFiniteBefore(what(record, event)) : say.notFiniteAt(what(record, event), event.step)

const what = ({ layers }: Pick<RunRecord, 'layers'>, { quantity, layer }: Nonfinite): string =>
  layer === null ? quantity : say.ofLayer(quantity, layers[layer]?.name ?? say.layer(layer + 1))
