import { sweepVerdict, sweepVerdictText } from '../../../../src/diagnosis'
import { sweepCsv, sweepTitle } from '../../../../src/export'
import { sweepPicture } from '../../chart/sweep/sweepPicture'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { tableText } from '../../words/sweepColumns'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { fileNameOf } from '../files'
import type { Post } from '../post'
import { takePicture } from './pictureFiles'
import type { SweepTakeAway } from './sweepToolbar'

/** What is taken away: the figure as it is on the screen. `runs`: those in the table. */
export interface TakenSweep {
  readonly scene: SweepScene
  readonly chosen: readonly number[]
  readonly runs: readonly number[]
}

/** Copies or saves the sweep's figure or table; returns what came of it, in a word for the person who asked. */
export async function takeSweepAway(what: SweepTakeAway, taken: TakenSweep, post: Post | null): Promise<string> {
  const { scene, chosen } = taken
  const { record, metric } = scene
  if (what === 'copyTable') {
    await navigator.clipboard.writeText(tableText(record, taken.runs, metric.level))
    return SWEEP_FIGURE.toolbar.copied
  }
  const name = fileNameOf(record.name ?? record.data.name, 'sweep')
  const words = [sweepTitle(record), sweepVerdictText(sweepVerdict(record, metric))] as const
  const parts = {
    name,
    svg: () => sweepPicture(scene, { words, chosen }),
    csv: () => sweepCsv(record, metric.level)
  }
  return takePicture(what, parts, post)
}
