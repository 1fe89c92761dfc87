import embed from 'vega-embed'
import { recordCsv } from '../../../src/export/csv'
import { headline, type RunRecord } from '../../../src/record'
import { chart } from '../chart/chart'
import type { Look } from '../numbers/look'
import type { Theme } from '../paint/theme'
import { TEXTS } from '../words/texts'
import { canvasMeasure } from './canvasMeasure'
import { element } from './dom'
import { copyPicture, fileNameOf, saveFile } from './files'
import type { Post } from './post'
import type { Silenced } from '../words/verdict'
import type { TakeAway } from './toolbar'

/** What is taken away: the figure as it is on the screen. */
export interface Taken {
  readonly record: RunRecord
  readonly theme: Theme
  readonly width: number
  readonly look: Look
  /** rules that nobody wants to hear of */
  readonly silenced: Silenced
}

const PNG_SCALE = 2

/** Copies or saves the figure; returns what came of it, in a word for the person who asked. */
export async function takeAway(what: TakeAway, taken: Taken, post: Post | null): Promise<string> {
  const name = fileName(taken.record)
  if (what === 'csv') return save(`${name}.csv`, new TextEncoder().encode(recordCsv(taken.record)), 'text/csv', post)
  if (what === 'open') return openCsv(taken.record, post)
  if (what === 'svg') return save(`${name}.svg`, new TextEncoder().encode(await svg(taken)), 'image/svg+xml', post)
  const png = await pngBytes(taken)
  if (what === 'copy' && (await copyPicture(png))) return TEXTS.toolbar.copied
  return save(`${name}.png`, png, 'image/png', post)
}

/** A record's name as a file's. */
const fileName = (record: RunRecord): string => fileNameOf(headline(record).title, 'run')

async function draw<Result>(taken: Taken, use: (view: Awaited<ReturnType<typeof embed>>['view']) => Promise<Result>) {
  const { record, theme, width, look, silenced } = taken
  const spec = chart(record, theme, width, {
    look,
    silenced,
    titled: true,
    background: theme.background,
    measure: canvasMeasure(theme)
  })
  const { view } = await embed(element('div', ''), spec, { mode: 'vega-lite', renderer: 'svg', actions: false })
  try {
    return await use(view)
  } finally {
    view.finalize()
  }
}

const svg = (taken: Taken): Promise<string> => draw(taken, view => view.toSVG())

async function pngBytes(taken: Taken): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = await draw(taken, view => view.toCanvas(PNG_SCALE))
  const blob = await new Promise<Blob | null>(resolve => (canvas as HTMLCanvasElement).toBlob(resolve, 'image/png'))
  if (!blob) throw new Error(TEXTS.toolbar.noPicture)
  return new Uint8Array(await blob.arrayBuffer())
}

function save(name: string, bytes: Uint8Array<ArrayBuffer>, mime: string, post: Post | null): string {
  saveFile(name, bytes, mime, post)
  return ''
}

function openCsv(record: RunRecord, post: Post | null): string {
  if (!post) return save(`${fileName(record)}.csv`, new TextEncoder().encode(recordCsv(record)), 'text/csv', null)
  post({ type: 'open', language: 'csv', text: recordCsv(record) })
  return ''
}
