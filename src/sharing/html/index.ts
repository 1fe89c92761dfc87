import { runVerdict } from '../../../renderers/run/words/verdict'
import type { Limits } from '../../experiment'
import { headlineText, type RunRecord } from '../../record'
import { visible, visibleLine } from '../../text'
import { cellFigures, drawnFigure, type CellFigure } from '../drawing/cellFigures'
import type { FilesOfCells } from '../filesOfCells'
import { manyText } from '../manyText'
import type { SharedCell, SharedExperiment } from '../sharedCells'
import { textFile, type SharedFile } from '../sharedFile'
import { page } from './page'
import type { Programs } from './programs'
import { escapeHtml } from './escapeHtml'
import { headingIn, proseHtml } from './prose'

export type { Programs } from './programs'

/** What a page needs beside its cells. */
export interface HtmlOptions {
  readonly file: string
  /** the bytes of the notebook, for those who want to go on with it */
  readonly notebook: Uint8Array
  /** what the page runs with; null: it does not run */
  readonly programs: Programs | null
  readonly files: FilesOfCells
  /** what cells may ask of the machine */
  readonly limits: Limits
}

/**
 * A notebook as one HTML file that needs nothing else: prose, cells and figures stand in it as they are, and then it runs, if it has the
 * programs for that.
 */
export async function htmlFiles(cells: readonly SharedCell[], options: HtmlOptions): Promise<SharedFile[]> {
  const pictures = await picturesOf(cells)
  const body = cells.map(cell =>
    cell.kind === 'prose' ? proseHtml(cell.source) : experimentHtml(cell, pictures.get(cell.id) ?? [])
  )
  const title = titleOf(cells, options.file)
  const heading = body.some(part => part.includes('<h1>')) ? [] : [`<h1 class="unseen">${escapeHtml(title)}</h1>`]
  return [textFile(options.file, page({ ...options, title, body: [...heading, ...body].join('\n') }))]
}

/** The first heading, or the file's name. */
function titleOf(cells: readonly SharedCell[], file: string): string {
  for (const cell of cells) {
    const heading = cell.kind === 'prose' ? headingIn(cell.source) : null
    if (heading !== null) return visibleLine(heading)
  }
  return visibleLine(file.replace(/\.html?$/, ''))
}

/** HTML, by the cells' ids. */
async function picturesOf(cells: readonly SharedCell[]): Promise<Map<string, readonly string[]>> {
  const pictures = new Map<string, readonly string[]>()
  for (const [id, figures] of cellFigures(cells)) pictures.set(id, await Promise.all(figures.map(pictureHtml)))
  return pictures
}

async function pictureHtml(figure: CellFigure, i: number): Promise<string> {
  const svg = await drawnFigure(figure, { titled: false, prefix: `p${figure.place}${'-'.repeat(i + 1)}` })
  const label = escapeHtml(figure.description)
  return svg === null ? '' : `<div class="picture" role="img" aria-label="${label}">${svg}</div>`
}

const experimentHtml = (
  { place, source, record, silenced, many, texts, errors }: SharedExperiment,
  pictures: readonly string[]
): string =>
  [
    `<section class="cell" aria-label="Experiment, cell ${place}" data-place="${place}">`,
    `<pre class="source"><code>${escapeHtml(visible(source))}</code></pre>`,
    '<div class="output">',
    ...(record ? wordsOf(record, silenced) : []),
    ...many.map(each => `<pre>${escapeHtml(manyText(each))}</pre>`),
    ...pictures,
    ...texts.map(text => `<pre>${escapeHtml(visible(text))}</pre>`),
    ...errors.map(error => `<p class="wrong">${escapeHtml(visible(error))}</p>`),
    '</div>',
    '</section>'
  ].join('\n')

function wordsOf(record: RunRecord, silenced: SharedExperiment['silenced']): string[] {
  const line = `<p>${escapeHtml(visibleLine(headlineText(record)))}</p>`
  const verdict = record.columns === 0 ? null : runVerdict(record, false, silenced)
  if (verdict === null) return [line]
  const { label, sentence, course } = verdict
  return [
    line,
    `<p><strong>${escapeHtml(visibleLine(`${label}: ${sentence}`))}</strong> ${escapeHtml(visibleLine(course))}</p>`
  ]
}
