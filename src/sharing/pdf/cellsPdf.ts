import type { Cells } from '../../../renderers/run/chart/cells'
import { markup, svg } from '../../../renderers/run/chart/sweep/svg'
import { vectorCells } from '../../../renderers/run/chart/vectorCells'
import { paint } from './painter'
import { PdfDocument } from './pdfDocument'
import { Resources } from './resources'
import { parseSvg } from './svgTree'

/** The cells of a heatmap alone as a PDF file of one page, a point a px. */
export function cellsPdf(cells: Cells, title: string): Uint8Array {
  const { width, height } = cells.size
  const document = new PdfDocument()
  const resources = new Resources(document)
  const root = parseSvg(markup(svg('svg', {}, vectorCells(cells, { x: 0, y: 0 }))))
  const operators = `1 0 0 -1 0 ${height} cm\n${paint(root, resources).operators}`
  return document.bytes([{ width, height, operators }], resources.dictionary(document.fonts()), title)
}
