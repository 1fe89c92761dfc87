import type { Shown } from '../numbers/shown'
import { TEXTS } from './texts'

const { column: TEXT } = TEXTS

/** "init", "epoch 12" or "step 4"; nothing for what has not been recorded, -1. */
export function columnName({ timeline }: Pick<Shown, 'timeline'>, column: number): string {
  if (column < 0) return ''
  const moment = timeline.momentOf(column)
  return moment.kind === 'step' ? TEXT.step(moment.step) : epochName(moment.epoch)
}

/** "init" or "epoch 12" */
export const epochName = (epoch: number): string => (epoch === 0 ? TEXT.init : TEXT.epoch(epoch))

/** The same as `columnName` where there is room to say more: "step 4 (of epoch 1)". */
export function columnTitle({ timeline }: Pick<Shown, 'timeline'>, column: number): string {
  const moment = timeline.momentOf(column)
  if (moment.kind === 'step') return TEXT.stepInFull(moment.step, moment.epoch)
  return moment.epoch === 0 ? TEXT.initInFull : TEXT.epoch(moment.epoch)
}
