import { sweepCsv } from '../../../../src/export'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { tableText } from '../../words/sweepColumns'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { element } from '../dom'
import { copyPicture, fileNameOf, saveFile } from '../files'
import type { Post } from '../takeAway'
import { sweepPicture } from './sweepPicture'
import type { SweepTakeAway } from './sweepToolbar'

const { toolbar: TEXT } = SWEEP_FIGURE
const PNG_SCALE = 2

/** What is taken away: the figure as it is on the screen. `runs`: those in the table. */
export interface TakenSweep {
  readonly scene: SweepScene
  readonly chosen: readonly number[]
  readonly runs: readonly number[]
}

/** Copies or saves the sweep's figure or table; returns what came of it, in a word for the person who asked. */
export async function takeSweepAway(what: SweepTakeAway, taken: TakenSweep, post: Post | null): Promise<string> {
  const { record, metric } = taken.scene
  const name = fileNameOf(record.name ?? record.data.name, 'sweep')
  const bytes = (text: string) => new TextEncoder().encode(text)
  switch (what) {
    case 'csv':
      saveFile(`${name}.csv`, bytes(sweepCsv(record, metric.level)), 'text/csv', post)
      return ''
    case 'copyTable':
      await navigator.clipboard.writeText(tableText(record, taken.runs, metric.level))
      return TEXT.copied
    case 'svg':
      saveFile(`${name}.svg`, bytes(sweepPicture(taken.scene, taken.chosen)), 'image/svg+xml', post)
      return ''
    case 'png':
    case 'copy': {
      const png = await pngOf(sweepPicture(taken.scene, taken.chosen))
      if (what === 'copy' && (await copyPicture(png))) return TEXT.copied
      saveFile(`${name}.png`, png, 'image/png', post)
      return ''
    }
    default:
      return what satisfies never
  }
}

async function pngOf(picture: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`
  await image.decode()
  const canvas = element('canvas', '')
  canvas.width = image.naturalWidth * PNG_SCALE
  canvas.height = image.naturalHeight * PNG_SCALE
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error(TEXT.noPicture)
  return new Uint8Array(await blob.arrayBuffer())
}
