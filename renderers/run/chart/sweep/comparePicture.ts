import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import type { Rgb } from '../../paint/oklab'
import { imageCells, type DrawCells } from '../cells'
import type { CompareScene, ScaledRow } from './compareScene'
import { curvesDrawing } from './curves'
import { legendDrawing } from './multiples'
import { paragraph } from './paragraph'
import { pictureFile } from './pictureFile'
import { thumbNodes } from './placedThumbs'
import type { Drawing } from './svg'
import { wordsDrawings, type SweepPictureOptions } from './sweepPicture'

/** The whole comparison as an SVG file: title, sentence, heatmaps, differences and curves. */
export function comparePicture(
  scene: CompareScene,
  { words, draw = imageCells }: Pick<SweepPictureOptions, 'words' | 'draw'>
): string {
  const { sweep, heats } = scene
  return pictureFile(sweep.theme, [
    ...wordsDrawings(sweep, words),
    withCells(scene, heats, sweep.palette.colors, draw),
    legendDrawing(sweep, heats.reach),
    paragraph(sweep, WORDS.heats),
    ...differenceDrawings(scene, draw),
    ...scene.notes.map(note => paragraph(sweep, note)),
    curvesDrawing(
      sweep,
      sweep.groups.map((_, i) => i)
    )
  ])
}

function differenceDrawings(scene: CompareScene, draw: DrawCells): Drawing[] {
  const { sweep, differences, heats } = scene
  if (differences === null) return []
  const { signed } = sweep.palette
  return [
    withCells(scene, differences, signed, draw),
    legendDrawing(sweep, differences.reach, { ramp: signed, ends: WORDS.ends }),
    paragraph(sweep, WORDS.differences(heats.panels[0]?.title ?? ''))
  ]
}

function withCells(
  { sweep: { palette } }: CompareScene,
  row: ScaledRow,
  ramp: readonly Rgb[],
  draw: DrawCells
): Drawing {
  const { drawing, panels, reach } = row
  return { ...drawing, nodes: [...thumbNodes(panels, { ramp, palette, reach }, draw), ...drawing.nodes] }
}
