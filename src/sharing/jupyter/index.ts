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
import { manyText } from '../manyText'
import { fenced } from '../markdown/escape'
import { failuresIn, pytorchCells, type PytorchCell, type PytorchParts } from '../pytorch'
import type { SharedCell, SharedExperiment } from '../sharedCells'
import { filesFolder, textFile, type Shared } from '../sharedFile'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { cellIds, freshId } from './cellIds'

/** A value of a Jupyter notebook. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a Jupyter notebook needs beside its cells. */
export interface JupyterOptions {
  /** the name of the notebook's file */
  readonly file: string
  /** null: experiments stay the text that they are; else those that can run become PyTorch */
  readonly pytorch: PytorchParts | null
}

/**
 * A notebook as one of Jupyter (nbformat 4.5): prose, cells as text or as PyTorch, and figures as SVG, with the heatmap alone as PNG
 * where SVG is not trusted, and in words. As PyTorch it must run from its first cell to its last, so a cell that has none is shown as text.
 */
export async function jupyterFiles(cells: readonly SharedCell[], { file, pytorch }: JupyterOptions): Promise<Shared> {
  const ids = cellIds(cells.map(({ id }) => id))
  const figures = cellFigures(cells)
  const translated = pytorch && translations(cells, file, pytorch)
  const scripts = translated?.scripts
  const made: Json[] = []
  for (const [i, cell] of cells.entries()) {
    if (cell.kind === 'prose') made.push(prose(cell.source, ids[i]!))
    else {
      if (scripts) made.push(prose(fenced(cell.source, 'yaml'), freshId(`${ids[i]!.slice(0, 50)}-yaml`, ids)))
      const source = scripts ? (scripts.get(cell.place)?.text ?? TEXTS.noPytorch) : cell.source
      made.push(await code(cell, source, ids[i]!, figures.get(cell.id) ?? []))
    }
  }
  const metadata = pytorch ? PYTHON : { language_info: { name: 'yaml' } }
  const notebook = { cells: made, metadata, nbformat: 4, nbformat_minor: 5 }
  const tensors = [...(scripts?.values() ?? [])].map(({ name, tensors }) => ({ path: name, bytes: tensors }))
  return {
    files: [textFile(file, `${JSON.stringify(notebook, null, 1)}\n`), ...tensors],
    leftOut: translated?.leftOut ?? []
  }
}

const PYTHON: Json = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python' }
}

interface Translated {
  /** by the place of a cell; `name` is that of its file of tensors */
  readonly scripts: ReadonlyMap<number, PytorchCell>
  readonly leftOut: readonly string[]
}

function translations(cells: readonly SharedCell[], file: string, parts: PytorchParts): Translated {
  const folder = filesFolder(file)
  const made = pytorchCells(cells, parts, folder)
  const scripts = made.flatMap(({ place, result }) =>
    result !== null && 'text' in result
      ? [[place, { ...result, name: `${folder}/${result.name}.safetensors` }] as const]
      : []
  )
  return { scripts: new Map(scripts), leftOut: failuresIn(made).map(TEXTS.staysText) }
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
