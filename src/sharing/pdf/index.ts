import { vectorCells } from '../../../renderers/run/chart/vectorCells'
import { wrap } from '../../../renderers/run/chart/wrap'
import { labelSize, THEMES } from '../../../renderers/run/paint/theme'
import { visibleLine } from '../../text'
import { cellFigures, drawnFigure, type CellFigure } from '../drawing/cellFigures'
import { captionOf } from '../paperCaption'
import type { SharedCell } from '../sharedCells'
import { noRuns, type SharedFile } from '../sharedFile'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { hasBoxes, textWidth } from './glyphs'
import { colorOperands } from './colorOperands'
import { paint } from './painter'
import { pdfNumber } from './pathOperators'
import { PdfDocument, type PdfPage } from './pdfDocument'
import { Resources } from './resources'
import { parseSvg } from './svgTree'
import { textOperators } from './textOperators'

/** What a PDF needs beside its cells. */
export interface PdfOptions {
  readonly file: string
  /** of the notebook, as a caption tells it */
  readonly digest: string
}

/** Points to a px of the screen. */
const POINTS = 0.75
/** As wide as the text of a page, 480 points: there figures' letters are 8 points high. px */
const WIDTH = 640
const MARGIN = 8

/** Every figure of a notebook as a page of a PDF file of its size: vectors and text that can be searched, in the fonts of every viewer. */
export async function pdfFiles(cells: readonly SharedCell[], { file, digest }: PdfOptions): Promise<SharedFile[]> {
  const document = new PdfDocument()
  const resources = new Resources(document)
  const pages: PdfPage[] = []
  for (const figure of [...cellFigures(cells).values()].flat()) {
    const page = await pageOf(figure, digest, resources)
    if (page) pages.push(page)
  }
  if (pages.length === 0) throw noRuns('PDF')
  const title = visibleLine(file.replace(/\.pdf$/i, ''))
  return [{ path: file, bytes: document.bytes(pages, resources.dictionary(document.fonts()), title) }]
}

const SIZE = labelSize(THEMES.light)
const measure = (text: string): number => textWidth(text) * SIZE

async function pageOf(figure: CellFigure, digest: string, resources: Resources): Promise<PdfPage | null> {
  const svg = await drawnFigure(figure, { titled: false, width: WIDTH, measure, draw: vectorCells })
  if (svg === null) return null
  const root = parseSvg(svg)
  const [width, height] = [Number(root.attributes['width']), Number(root.attributes['height'])]
  const painted = paint(root, resources)
  const caption = captionOf(figure, digest)
  const note = painted.hasBoxes || hasBoxes(caption) ? [TEXTS.boxes] : []
  const lines = [caption, ...note].flatMap(text => wrap(text, width - 2 * MARGIN, measure))
  const whole = height + lines.length * LINE + 2 * MARGIN
  const operators = [
    `${POINTS} 0 0 ${-POINTS} 0 ${pdfNumber(whole * POINTS)} cm`,
    painted.operators,
    `${colorOperands(THEMES.light.foreground)} rg ${colorOperands(THEMES.light.foreground)} RG 0.5 w`,
    ...lines.map((text, i) =>
      textOperators({ text, x: MARGIN, y: height + (i + 1) * LINE, size: SIZE, isBold: false, anchor: 'start' })
    )
  ]
  return { width: round(width), height: round(whole), operators: operators.join('\n') }
}

const LINE = Math.round(SIZE * 1.4)

const round = (px: number): number => Math.round(px * POINTS * 100) / 100
