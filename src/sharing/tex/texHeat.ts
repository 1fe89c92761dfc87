import {
  ABOVE_FLOAT32,
  ABSENT_CELL,
  KEPT,
  NONFINITE_CELL,
  ZERO_CELL,
  type Field
} from '../../../renderers/run/numbers/field'

/** A heatmap as pgfplots draws it. */
export interface TexHeat {
  /** of its files, without an ending */
  readonly name: string
  readonly field: Field
  /** [columns + 1] where columns begin on the axis, and where the last one ends */
  readonly edges: readonly number[]
  /** what a column of the file says of each column of the heatmap, beside its cells: epoch and step */
  readonly moments: readonly (readonly [epoch: string, step: string])[]
  /** the number of a cell, as text */
  readonly value: (column: number, layer: number) => string
}

/** Of all heatmaps in one figure: with more pdflatex runs out of memory. */
const MOST_CORNERS = 8000
/** Signs are drawn one by one. */
const MOST_SIGNS = 1500

/** What the drawing of a heatmap takes of TeX's memory, in corners. */
const cornersOf = ({ columns, layers }: Field): number =>
  countSigns(columns, layers) ? (columns + 1) * (layers + 1) : Infinity
const countSigns = (columns: number, layers: number): boolean => columns > 0 && layers > 0

/** Whether TeX can draw these together itself. */
export const isDrawnByTex = (heats: readonly TexHeat[]): boolean =>
  heats.reduce((sum, { field }) => sum + cornersOf(field), 0) <= MOST_CORNERS &&
  heats.reduce((sum, heat) => sum + signsOf(heat).length, 0) <= MOST_SIGNS

/**
 * The cells as CSV, a row a cell and layer by layer: its upper left corner (x, y), the index of its colour, 0 … 256, and what it is. The last
 * row of each layer and those after the last layer are corners alone: pgfplots draws what lies between four.
 */
export function heatCsv({ field: { columns, layers, cells }, edges, moments, value }: TexHeat): string {
  const rows = ['x,y,color,epoch,step,layer,value']
  for (let layer = 0; layer <= layers; layer++)
    for (let column = 0; column <= columns; column++) {
      const isCell = layer < layers && column < columns
      const cell = isCell ? Math.max(0, cells[column * layers + layer]!) : 0
      const about = isCell ? [...moments[column]!, String(layer + 1), value(column, layer)] : ['', '', '', '']
      rows.push([short(edges[column]!), short(layer - 0.5), String(cell), ...about].join(','))
    }
  return `${rows.join('\n')}\n`
}

/** Draws the file that `heatCsv` gives. */
export const meshPlot = ({ name, field }: TexHeat): string =>
  `\\addplot[surf, shader=flat corner, mesh/cols=${field.columns + 1}, point meta=explicit] table[x=x, y=y, meta=color, col sep=comma] {\\gradnbfolder/${name}.csv};`

/** Cells that are not on the scale, or that float32 would have lost, as rectangles. */
export const signsOf = ({ field, edges }: TexHeat): string[] => {
  const { columns, layers, cells, lost } = field
  const made: string[] = []
  for (let layer = 0; layer < layers; layer++)
    for (let column = 0; column < columns;) {
      const style = styleOf(cells[column * layers + layer]!, lost[column * layers + layer]!)
      let end = column + 1
      while (end < columns && styleOf(cells[end * layers + layer]!, lost[end * layers + layer]!) === style) end++
      if (style !== null)
        made.push(`\\path[gradnb ${style}] (axis cs:${short(edges[column]!)},${layer - 0.5}) rectangle (axis cs:${short(edges[end]!)},${layer + 0.5});`) // prettier-ignore
      column = end
    }
  return made
}

export type SignStyle = 'absent' | 'nonfinite' | 'zero' | 'below' | 'above'

function styleOf(cell: number, lost: number): SignStyle | null {
  if (cell === ABSENT_CELL) return 'absent'
  if (cell === NONFINITE_CELL) return 'nonfinite'
  if (cell === ZERO_CELL) return 'zero'
  return lost === KEPT ? null : lost === ABOVE_FLOAT32 ? 'above' : 'below'
}

/** The signs that occur. */
export const stylesIn = (heats: readonly TexHeat[]): ReadonlySet<SignStyle> =>
  new Set(
    heats.flatMap(({ field: { cells, lost } }) =>
      Array.from(cells, (cell, i) => styleOf(cell, lost[i]!)).filter(style => style !== null)
    )
  )

export const short = (value: number): string => String(Math.round(value * 1e4) / 1e4)
