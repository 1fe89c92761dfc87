import { fromUint8Array } from 'js-base64'
import { runVerdict } from '../../../renderers/run/words/verdict'
import { headlineText, type RunRecord } from '../../record'
import { cellFigures, drawnFigure, type CellFigure } from '../drawing/cellFigures'
import { visible } from '../../text'
import { manyText } from '../manyText'
import type { SharedCell, SharedExperiment } from '../sharedCells'
import { filesFolder, slug, textFile, type SharedFile } from '../sharedFile'
import { closed } from './closed'
import { escapeMarkdown, fenced } from './escape'

/** What a Markdown file needs beside its cells. */
export interface MarkdownOptions {
  /** the name of the Markdown file */
  readonly file: string
  /** whether pictures stand in the text as data, instead of in files beside it */
  readonly embed: boolean
}

/**
 * A notebook as Markdown (CommonMark, as GitHub draws it): prose as it is, cells as code, and below each its verdict and its figure, an
 * SVG file in a folder beside the text.
 */
export async function markdownFiles(
  cells: readonly SharedCell[],
  { file, embed }: MarkdownOptions
): Promise<SharedFile[]> {
  const folder = filesFolder(file)
  const pictures = await picturesOf(cells)
  const addressOf = ({ name, svg }: Picture) =>
    embed
      ? `data:image/svg+xml;base64,${fromUint8Array(new TextEncoder().encode(svg))}`
      : encodeURI(`${folder}/${name}`).replace(/[()]/g, escapeParenthesis)
  const blocks = cells.flatMap(cell => {
    if (cell.kind === 'prose') return [closed(cell.source)]
    const shown = pictures.get(cell.id) ?? []
    const images = shown.map(picture => `![${escapeMarkdown(picture.description)}](${addressOf(picture)})`)
    return [fenced(cell.source, 'yaml'), ...outputOf(cell, images)]
  })
  const text = textFile(file, `${blocks.filter(block => block !== '').join('\n\n')}\n`)
  const beside = [...pictures.values()].flat().map(({ name, svg }) => textFile(`${folder}/${name}`, svg))
  return embed ? [text] : [text, ...beside]
}

interface Picture {
  readonly name: string
  readonly description: string
  readonly svg: string
}

/** By their cell's id. */
async function picturesOf(cells: readonly SharedCell[]): Promise<Map<string, readonly Picture[]>> {
  const pictures = new Map<string, readonly Picture[]>()
  for (const [id, figures] of cellFigures(cells)) {
    const drawn = await Promise.all(figures.map(pictureOf))
    pictures.set(id, drawn.flat())
  }
  return pictures
}

/** None where there is nothing to draw; a cell's second picture has another name than its first. */
async function pictureOf(figure: CellFigure, i: number): Promise<Picture[]> {
  const { place, name, description } = figure
  const svg = await drawnFigure(figure, { titled: false })
  const file = `${place}${i === 0 ? '' : `-${i + 1}`}-${slug(name)}.svg`
  return svg === null ? [] : [{ name: file, description, svg }]
}

function outputOf({ record, silenced, many, texts, errors }: SharedExperiment, images: readonly string[]): string[] {
  const told = errors.map(error => `> ${error.split('\n').map(escapeMarkdown).join('\\\n> ')}`)
  const tables = many.map(each => fenced(manyText(each), 'text'))
  const plain = texts.map(text => fenced(visible(text), 'text'))
  return [...(record ? wordsOf(record, silenced) : []), ...tables, ...images, ...plain, ...told]
}

/** The line that names the run, and the verdict on it. */
function wordsOf(record: RunRecord, silenced: SharedExperiment['silenced']): string[] {
  const verdict = record.columns === 0 ? null : runVerdict(record, false, silenced)
  const line = escapeMarkdown(headlineText(record))
  if (verdict === null) return [line]
  const { label, sentence, course, evidence } = verdict
  const rest = [sentence, course, evidence].filter(part => part !== '').join(' ')
  return [line, `**${escapeMarkdown(label)}:** ${escapeMarkdown(rest)}`]
}

const escapeParenthesis = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`
