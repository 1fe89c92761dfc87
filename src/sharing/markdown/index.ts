import { fromUint8Array } from 'js-base64'
import { runVerdict } from '../../../renderers/run/words/verdict'
import { asFigureQuantity } from '../../../renderers/run/numbers/quantities'
import { describe } from '../../../renderers/run/words/description'
import { headlineText, type RunRecord } from '../../record'
import { figureSvg, PAGE_WIDTH } from '../drawing/figureSvg'
import { looksOf } from '../drawing/looks'
import { runsIn, titleOf, type SharedCell, type SharedExperiment } from '../sharedCells'
import { filesFolder, slug, textFile, type SharedFile } from '../sharedFile'
import { escapeMarkdown, fenced } from './escape'

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
    if (cell.kind === 'prose') return [cell.source.trim()]
    const picture = pictures.get(cell.id)
    return [fenced(cell.source, 'yaml'), ...outputOf(cell, picture && addressOf(picture))]
  })
  const text = textFile(file, `${blocks.filter(block => block !== '').join('\n\n')}\n`)
  const beside = [...pictures.values()].map(({ name, svg }) => textFile(`${folder}/${name}`, svg))
  return embed ? [text] : [text, ...beside]
}

interface Picture {
  readonly name: string
  readonly svg: string
}

/** Of every run, by its cell's id. */
async function picturesOf(cells: readonly SharedCell[]): Promise<Map<string, Picture>> {
  const runs = runsIn(cells)
  const looks = looksOf(runs)
  const pictures = new Map<string, Picture>()
  for (const [i, { id, record, place }] of runs.entries()) {
    const svg = await figureSvg(record, { look: looks[i]!, theme: 'light', width: PAGE_WIDTH, titled: false })
    pictures.set(id, { name: `${place}-${slug(titleOf(record))}.svg`, svg })
  }
  return pictures
}

function outputOf({ record, tables, errors, choice }: SharedExperiment, address: string | undefined): string[] {
  const told = errors.map(error => `> ${error.split('\n').map(escapeMarkdown).join('\\\n> ')}`)
  const before = tables.map(table => fenced(table, 'text'))
  if (record === null) return [...before, ...told]
  const alt = escapeMarkdown(describe(record, asFigureQuantity(choice.quantity) ?? undefined))
  return [...before, ...wordsOf(record), `![${alt}](${address})`, ...told]
}

/** The line that names the run, and the verdict on it. */
function wordsOf(record: RunRecord): string[] {
  const verdict = record.columns === 0 ? null : runVerdict(record)
  const line = escapeMarkdown(headlineText(record))
  if (verdict === null) return [line]
  const { label, sentence, course, evidence } = verdict
  const rest = [sentence, course, evidence].filter(part => part !== '').join(' ')
  return [line, `**${escapeMarkdown(label)}:** ${escapeMarkdown(rest)}`]
}

const escapeParenthesis = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`
