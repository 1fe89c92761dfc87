import { fromUint8Array } from 'js-base64'
import embed from 'vega-embed'
import { recordCsv } from '../../../src/export/csv'
import type { FromFigure } from '../../../src/figure'
import { headline, type RunRecord } from '../../../src/record'
import { chart } from '../chart/chart'
import type { Look } from '../numbers/look'
import type { Theme } from '../paint/theme'
import { TEXTS } from '../words/texts'
import { canvasMeasure } from './canvasMeasure'
import { element } from './dom'
import type { TakeAway } from './toolbar'

/** What is taken away: the figure as it is on the screen. */
export interface Taken {
  readonly record: RunRecord
  readonly theme: Theme
  readonly width: number
  readonly look: Look
}

/** To the extension, where messages reach it. */
export type Post = (message: FromFigure) => void

const PNG_SCALE = 2

/** Copies or saves the figure; returns what came of it, in a word for the person who asked. */
export async function takeAway(what: TakeAway, taken: Taken, post: Post | null): Promise<string> {
  const name = fileName(taken.record)
  if (what === 'csv') return save(`${name}.csv`, new TextEncoder().encode(recordCsv(taken.record)), 'text/csv', post)
  if (what === 'open') return openCsv(taken.record, post)
  if (what === 'svg') return save(`${name}.svg`, new TextEncoder().encode(await svg(taken)), 'image/svg+xml', post)
  const png = await pngBytes(taken)
  if (what === 'copy' && (await copied(png))) return TEXTS.toolbar.copied
  return save(`${name}.png`, png, 'image/png', post)
}

/** Letters, digits and single dashes: a file's name anywhere. */
export function fileName(record: RunRecord): string {
  const name = headline(record).title.replace(/[^\p{L}\p{N}]+/gu, '-')
  return name.replace(/^-+|-+$/g, '').slice(0, 60) || 'run'
}

async function draw<Result>(taken: Taken, use: (view: Awaited<ReturnType<typeof embed>>['view']) => Promise<Result>) {
  const { record, theme, width, look } = taken
  const spec = chart(record, theme, width, {
    look,
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

/** False where the browser gives no access to the clipboard. */
async function copied(png: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })])
    return true
  } catch {
    return false
  }
}

function save(name: string, bytes: Uint8Array<ArrayBuffer>, mime: string, post: Post | null): string {
  if (post) post({ type: 'save', name, data: fromUint8Array(bytes) })
  else download(name, new Blob([bytes], { type: mime }))
  return ''
}

function openCsv(record: RunRecord, post: Post | null): string {
  if (!post) return save(`${fileName(record)}.csv`, new TextEncoder().encode(recordCsv(record)), 'text/csv', null)
  post({ type: 'open', language: 'csv', text: recordCsv(record) })
  return ''
}

function download(name: string, blob: Blob): void {
  const link = element('a', '')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
