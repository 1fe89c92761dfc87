import { visibleLine } from '../../../../src/text'
import { imageCells, type DrawCells } from '../cells'
import { curvesDrawing } from './curves'
import { metricDrawing } from './metricPlot'
import { legendDrawing, multiplesCaption, multiplesDrawing } from './multiples'
import { multiplesLayout } from './multiplesLayout'
import { paragraph } from './paragraph'
import { pictureFile } from './pictureFile'
import { placedThumbs, thumbNodes } from './placedThumbs'
import type { Drawing } from './svg'
import type { SweepScene } from './sweepScene'

/** What a picture that stands alone says above itself: its title, in bold, and a sentence; none where a page says it. */
export type PictureWords = readonly [title: string, sentence: string] | readonly []

/** `chosen`: the groups whose curves are told apart; none: the best. `draw`: how cells are drawn; as images if not given. */
export interface SweepPictureOptions {
  readonly words: PictureWords
  readonly chosen?: readonly number[]
  readonly draw?: DrawCells
}

/** The whole figure as an SVG file: title, verdict, small multiples, curves and metric. */
export function sweepPicture(
  scene: SweepScene,
  { words, chosen = [], draw = imageCells }: SweepPictureOptions
): string {
  const layout = multiplesLayout(scene)
  const { thumbs, colors } = placedThumbs(scene, layout)
  const multiples = multiplesDrawing(scene, layout)
  const metric = metricDrawing(scene)
  return pictureFile(scene.theme, [
    ...wordsDrawings(scene, words),
    { ...multiples, nodes: [...thumbNodes(thumbs, colors, draw), ...multiples.nodes] },
    legendDrawing(scene, colors.reach),
    paragraph(scene, multiplesCaption(scene)),
    curvesDrawing(scene, chosen),
    ...(metric ? [metric] : [])
  ])
}

/** The lines above a picture. */
export const wordsDrawings = (scene: SweepScene, words: PictureWords): Drawing[] =>
  words.map((text, i) => paragraph(scene, visibleLine(text), { weight: i === 0 ? 600 : 400, muted: false }))
