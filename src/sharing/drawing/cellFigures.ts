import type { Measure } from '../../../renderers/run/chart/layout'
import type { DrawCells } from '../../../renderers/run/chart/cells'
import type { Look } from '../../../renderers/run/numbers/look'
import { describe } from '../../../renderers/run/words/description'
import type { Silenced } from '../../../renderers/run/words/verdict'
import type { RunRecord } from '../../record'
import { visibleLine } from '../../text'
import { manyName, manyWords } from '../manyText'
import { experimentsIn, runsIn, titleOf, type Many, type SharedCell } from '../sharedCells'
import { figureSvg, PAGE_WIDTH } from './figureSvg'
import { looksOf } from './looks'
import { manySvg } from './manySvg'

/** What a figure shows: a run, as a person chose to see it and without the rules that nobody wants to hear of, or many. */
export type FigureSubject =
  { readonly kind: 'run'; readonly record: RunRecord; readonly look: Look; readonly silenced: Silenced } | Many

/** A figure of a notebook. */
export interface CellFigure {
  /** the place of its cell among all cells, from 1 */
  readonly place: number
  readonly subject: FigureSubject
  /** what it is called: its run's name, or its data set's */
  readonly name: string
  /** what it shows, in a sentence */
  readonly description: string
}

/** All figures of a notebook, by their cell's id, in the order of its outputs: of its run first. */
export function cellFigures(cells: readonly SharedCell[]): Map<string, readonly CellFigure[]> {
  const runs = runsIn(cells)
  const looks = new Map(looksOf(runs).map((look, i) => [runs[i]!.id, look]))
  return new Map(
    experimentsIn(cells).map(({ id, place, record, silenced, many }) => [
      id,
      [
        ...(record ? [runFigure({ place, record, silenced, look: looks.get(id)! })] : []),
        ...many.map(each => manyFigure(place, each))
      ]
    ])
  )
}

type RunSubject = Extract<FigureSubject, { kind: 'run' }>

const runFigure = ({ place, record, look, silenced }: Omit<RunSubject, 'kind'> & { place: number }): CellFigure => ({
  ...{ place, subject: { kind: 'run', record, look, silenced }, name: titleOf(record) },
  description: visibleLine(describe(record, look.quantity))
})

const manyFigure = (place: number, many: Many): CellFigure => ({
  ...{ place, subject: many, name: manyName(many) },
  description: visibleLine(manyWords(many).join('. '))
})

/** How figures are drawn. */
export interface FigureStyle {
  /** whether the lines that name what is shown stand in the picture */
  readonly titled: boolean
  /** begins the names of the picture's parts: another for each picture in one page */
  readonly prefix?: string
  readonly width?: number
  readonly measure?: Measure
  readonly draw?: DrawCells
}

/** The figure as an SVG document on white, as the notebook draws it; null where there is nothing to draw. */
export async function drawnFigure({ subject }: CellFigure, style: FigureStyle): Promise<string | null> {
  const drawing = { width: PAGE_WIDTH, theme: 'light', ...style } as const
  return subject.kind === 'run'
    ? figureSvg(subject.record, { ...drawing, look: subject.look, silenced: subject.silenced })
    : manySvg(subject, drawing)
}
