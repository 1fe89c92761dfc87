import { heatPicture } from '../../../renderers/run/chart/chart'
import { sceneOf } from '../../../renderers/run/chart/scene'
import type { Look } from '../../../renderers/run/numbers/look'
import { pngUrl } from '../../../renderers/run/paint/png'
import { THEMES } from '../../../renderers/run/paint/theme'
import { plainText } from '../../export'
import type { RunRecord } from '../../record'
import { visible } from '../../text'
import { figureSvg, PAGE_WIDTH } from '../drawing/figureSvg'
import { looksOf } from '../drawing/looks'
import { runsIn, type SharedCell, type SharedExperiment } from '../sharedCells'
import { textFile, type SharedFile } from '../sharedFile'
import { cellIds } from './cellIds'

/** A value of a Jupyter notebook. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A notebook as one of Jupyter (nbformat 4.5): prose, cells as text, and figures as SVG, with the heatmap alone as PNG where SVG is not
 * trusted, and in words.
 */
export async function jupyterFiles(cells: readonly SharedCell[], file: string): Promise<SharedFile[]> {
  const ids = cellIds(cells.map(({ id }) => id))
  const runs = runsIn(cells)
  const looks = new Map(looksOf(runs).map((look, i) => [runs[i]!.id, look]))
  const made: Json[] = []
  for (const [i, cell] of cells.entries())
    made.push(cell.kind === 'prose' ? prose(cell.source, ids[i]!) : await code(cell, ids[i]!, looks.get(cell.id)))
  const notebook = { cells: made, metadata: { language_info: { name: 'yaml' } }, nbformat: 4, nbformat_minor: 5 }
  return [textFile(file, `${JSON.stringify(notebook, null, 1)}\n`)]
}

const prose = (source: string, id: string): Json => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: linesOf(source)
})

async function code(cell: SharedExperiment, id: string, look: Look | undefined): Promise<Json> {
  const outputs = cell.record && look ? [await figureOutput(cell.record, look)] : []
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: {},
    outputs: [...outputs, ...cell.errors.map(errorOutput)],
    source: linesOf(cell.source)
  }
}

const TEXT_WIDTH = 100

async function figureOutput(record: RunRecord, look: Look): Promise<Json> {
  const svg = await figureSvg(record, { look, theme: 'light', width: PAGE_WIDTH, titled: true })
  const text = plainText(record, { quantity: 'delta_rms', color: 'none', width: TEXT_WIDTH }).join('\n')
  const data = { 'image/png': heatmapPng(record, look), 'image/svg+xml': linesOf(svg), 'text/plain': linesOf(text) }
  return { data, metadata: {}, output_type: 'display_data' }
}

/** The heatmap's cells without axes and words, base64: all that can be drawn without a screen. */
function heatmapPng(record: RunRecord, look: Look): string {
  const scene = sceneOf(record, THEMES.light, PAGE_WIDTH, look)
  return pngUrl(heatPicture(scene, scene.heats[0]!, 1)).replace(/^data:image\/png;base64,/, '')
}

const errorOutput = (error: string): Json => ({
  ename: 'gradnb',
  evalue: visible(error),
  output_type: 'error',
  traceback: visible(error).split('\n')
})

/** A text as nbformat likes it: a string a line, each but the last with its line feed. */
const linesOf = (text: string): Json => {
  const lines = text.split('\n')
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}\n` : line)).filter(line => line !== '')
}
