import { sweepVerdict, sweepVerdictText } from '../../../../src/diagnosis'
import { visibleLine } from '../../../../src/text'
import { curvesDrawing } from '../../chart/sweep/curves'
import { legendDrawing } from '../../chart/sweep/multiples'
import { paragraph } from '../../chart/sweep/paragraph'
import { svg, type Drawing } from '../../chart/sweep/svg'
import type { Rgb } from '../../paint/oklab'
import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import type { CompareScene, ScaledRow } from './compareScene'
import { thumbPixels } from './thumbPixels'
import { pictureFile } from './pictureFiles'

const DENSITY = 2

/** The whole comparison as an SVG file: title, sentence, heatmaps, differences and curves. */
export function comparePicture(scene: CompareScene): string {
  const { sweep, heats, differences, record } = scene
  const { palette } = sweep
  const title = WORDS.title(
    record.name,
    record.items.map(({ reference }) => reference)
  )
  return pictureFile(sweep.theme, [
    paragraph(sweep, visibleLine(title), { weight: 600, muted: false }),
    paragraph(sweep, visibleLine(sweepVerdictText(sweepVerdict(sweep.record, sweep.metric))), { muted: false }),
    withPixels(scene, heats, palette.colors),
    legendDrawing(sweep, heats.reach),
    ...(differences
      ? [
          withPixels(scene, differences, palette.signed),
          legendDrawing(sweep, differences.reach, { ramp: palette.signed, ends: WORDS.ends })
        ]
      : []),
    curvesDrawing(
      sweep,
      sweep.groups.map((_, i) => i)
    )
  ])
}

function withPixels({ sweep: { palette } }: CompareScene, row: ScaledRow, ramp: readonly Rgb[]): Drawing {
  const { drawing } = row
  const href = thumbPixels(row.drawing, row.panels, { ramp, palette, reach: row.reach }, DENSITY).toDataURL('image/png')
  const pixels = svg('image', { width: drawing.width, height: drawing.height, href })
  return { ...drawing, nodes: [pixels, ...drawing.nodes] }
}
