import { estimate, type Measure } from '../../../renderers/run/chart/layout'
import { imageCells, type DrawCells } from '../../../renderers/run/chart/cells'
import { comparePicture } from '../../../renderers/run/chart/sweep/comparePicture'
import { compareScene } from '../../../renderers/run/chart/sweep/compareScene'
import { sweepPicture } from '../../../renderers/run/chart/sweep/sweepPicture'
import { sweepScene } from '../../../renderers/run/chart/sweep/sweepScene'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import { chosenMetric, type SweepRecord } from '../../record'
import { compact } from './compact'
import { manyWords } from '../manyText'
import type { Many } from '../sharedCells'

/** How the figure of a sweep or a comparison is drawn. */
export interface ManyDrawing {
  readonly theme: ThemeKind
  readonly width: number
  /** whether its title and its verdict stand in the picture */
  readonly titled: boolean
  readonly prefix?: string
  readonly measure?: Measure
  readonly draw?: DrawCells
}

/** The figure of a sweep or a comparison as an SVG document, as the notebook draws it first; null where nothing has a result. */
export function manySvg(many: Many, drawing: ManyDrawing): string | null {
  const theme = THEMES[drawing.theme]
  const { width, measure = estimate(theme), draw = imageCells, prefix = 'part' } = drawing
  const words = drawing.titled ? manyWords(many) : ([] as const)
  if (many.kind === 'compare') {
    const scene = compareScene(many.record, theme, width, measure)
    return scene && compact(comparePicture(scene, { words, draw }), prefix)
  }
  const { record } = many
  if (!hasResult(record)) return null
  const scene = sweepScene(record, theme, width, chosenMetric(record), {}, measure)
  return compact(sweepPicture(scene, { words, draw }), prefix)
}

const hasResult = ({ runs }: SweepRecord): boolean => runs.some(({ state }) => state === 'done')
