import { heatPicture } from '../../../renderers/run/chart/chart'
import { sceneOf } from '../../../renderers/run/chart/scene'
import type { Look } from '../../../renderers/run/numbers/look'
import { pngUrl } from '../../../renderers/run/paint/png'
import { THEMES } from '../../../renderers/run/paint/theme'
import { plainText } from '../../export'
import type { RunRecord } from '../../record'
import { visible } from '../../text'
import { cellFigures, drawnFigure, type CellFigure } from '../drawing/cellFigures'
import { PAGE_WIDTH } from '../drawing/figureSvg'
import type { FilesOfCells } from '../filesOfCells'
import { manyText } from '../manyText'
import { fenced } from '../markdown/escape'
import { pytorchCell, type PytorchCell } from '../pytorch'
import { experimentsIn, type SharedCell, type SharedExperiment } from '../sharedCells'
import { filesFolder, textFile, type SharedFile } from '../sharedFile'
import { cellIds, freshId } from './cellIds'

/** A value of a Jupyter notebook. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a Jupyter notebook needs beside its cells. */
export interface JupyterOptions {
  /** the name of the notebook's file */
  readonly file: string
  /** null: experiments stay the text that they are; else they become PyTorch, with the files that they read */
  readonly pytorch: FilesOfCells | null
}

/**
 * A notebook as one of Jupyter (nbformat 4.5): prose, cells as text or as PyTorch, and figures as SVG, with the heatmap alone as PNG
 * where SVG is not trusted, and in words.
 */
export async function jupyterFiles(
  cells: readonly SharedCell[],
  { file, pytorch }: JupyterOptions
): Promise<SharedFile[]> {
  const ids = cellIds(cells.map(({ id }) => id))
  const figures = cellFigures(cells)
  const translated = pytorch && translations(cells, file, pytorch)
  const made: Json[] = []
  for (const [i, cell] of cells.entries()) {
    if (cell.kind === 'prose') made.push(prose(cell.source, ids[i]!))
    else {
      const python = translated?.get(cell.place)
      if (python) made.push(prose(fenced(cell.source, 'yaml'), freshId(`${ids[i]!.slice(0, 50)}-yaml`, ids)))
      made.push(await code(cell, python?.text ?? cell.source, ids[i]!, figures.get(cell.id) ?? []))
    }
  }
  const metadata = pytorch ? PYTHON : { language_info: { name: 'yaml' } }
  const notebook = { cells: made, metadata, nbformat: 4, nbformat_minor: 5 }
  return [
    textFile(file, `${JSON.stringify(notebook, null, 1)}\n`),
    ...[...(translated?.values() ?? [])].map(({ name, tensors }) => ({ path: name, bytes: tensors }))
  ]
}

const PYTHON: Json = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python' }
}

/** Each cell as PyTorch, by its place; `name` is that of its file of tensors. */
function translations(cells: readonly SharedCell[], file: string, files: FilesOfCells): Map<number, PytorchCell> {
  const folder = filesFolder(file)
  const experiments = experimentsIn(cells)
  const texts = experiments.map(({ source }) => source)
  return new Map(
    experiments.flatMap(cell => {
      const made = pytorchCell(cell, texts, files, folder)
      return made ? [[cell.place, { ...made, name: `${folder}/${made.name}.safetensors` }] as const] : []
    })
  )
}

const prose = (source: string, id: string): Json => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: linesOf(source)
})

async function code(cell: SharedExperiment, source: string, id: string, figures: readonly CellFigure[]): Promise<Json> {
  const outputs = await Promise.all(figures.map(figureOutput))
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: {},
    outputs: [...outputs, ...cell.texts.map(textOutput), ...cell.errors.map(errorOutput)],
    source: linesOf(source)
  }
}

const TEXT_WIDTH = 100

async function figureOutput(figure: CellFigure): Promise<Json> {
  const svg = await drawnFigure(figure, { titled: true })
  const { subject } = figure
  const text = subject.kind === 'run' ? runText(subject.record, subject.silenced) : manyText(subject)
  const data: Json = {
    ...(subject.kind === 'run' ? { 'image/png': heatmapPng(subject.record, subject.look) } : {}),
    ...(svg === null ? {} : { 'image/svg+xml': linesOf(svg) }),
    'text/plain': linesOf(text)
  }
  return { data, metadata: {}, output_type: 'display_data' }
}

const runText = (record: RunRecord, silenced: SharedExperiment['silenced']): string =>
  plainText(record, { quantity: 'delta_rms', color: 'none', width: TEXT_WIDTH, silenced }).join('\n')

/** The heatmap's cells without axes and words, base64: all that can be drawn without a screen. */
function heatmapPng(record: RunRecord, look: Look): string {
  const scene = sceneOf(record, THEMES.light, PAGE_WIDTH, look)
  return pngUrl(heatPicture(scene, scene.heats[0]!, 1)).replace(/^data:image\/png;base64,/, '')
}

const textOutput = (text: string): Json => ({
  data: { 'text/plain': linesOf(visible(text)) },
  metadata: {},
  output_type: 'display_data'
})

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
