import { sweepTitle } from '../../../../src/export'
import { sweepVerdict, sweepVerdictText } from '../../../../src/diagnosis'
import { visibleLine } from '../../../../src/text'
import { curvesDrawing } from '../../chart/sweep/curves'
import { metricDrawing } from '../../chart/sweep/metricPlot'
import { legendDrawing, multiplesCaption, multiplesDrawing } from '../../chart/sweep/multiples'
import { multiplesLayout } from '../../chart/sweep/multiplesLayout'
import { paragraph } from '../../chart/sweep/paragraph'
import { svg } from '../../chart/sweep/svg'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { pictureFile } from './pictureFiles'
import { thumbCanvas } from './thumbCanvas'

const DENSITY = 2

/** The whole figure as an SVG file: title, verdict, small multiples, curves and metric. */
export function sweepPicture(scene: SweepScene, chosen: readonly number[]): string {
  const layout = multiplesLayout(scene)
  const { canvas, reach } = thumbCanvas(scene, layout, DENSITY)
  const pixels = svg('image', { width: scene.width, height: layout.height, href: canvas.toDataURL('image/png') })
  const multiples = multiplesDrawing(scene, layout)
  const metric = metricDrawing(scene)
  return pictureFile(scene.theme, [
    paragraph(scene, visibleLine(sweepTitle(scene.record)), { weight: 600, muted: false }),
    paragraph(scene, visibleLine(sweepVerdictText(sweepVerdict(scene.record, scene.metric))), { muted: false }),
    { ...multiples, nodes: [pixels, ...multiples.nodes] },
    legendDrawing(scene, reach),
    paragraph(scene, multiplesCaption(scene)),
    curvesDrawing(scene, chosen),
    ...(metric ? [metric] : [])
  ])
}
