import { columnOf, epochOf, type Look } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import { columnName, epochName } from './columnName'
import { TEXTS } from './texts'

/**
 * Which moment is shown of what was recorded now and then: "newest so far: epoch 321" while a run goes on, "epoch 30" of the epoch that
 * is asked for, else how the two belong together.
 */
export function momentText(shown: Shown, look: Pick<Look, 'column'>, epoch: number): string {
  const { newest, lastRecorded, lastUpTo } = TEXTS.details.moment
  const name = epochName(epoch)
  if (look.column === null && shown.record.events.stop === null) return newest(name)
  if (epoch >= epochOf(shown, look)) return name
  return look.column === null || look.column >= shown.columns - 1
    ? lastRecorded(name)
    : lastUpTo(name, columnName(shown, columnOf(shown, look)))
}
