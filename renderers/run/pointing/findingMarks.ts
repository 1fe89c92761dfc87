import type { ToldFinding } from '../words/verdict'
import { groupsOf } from '../words/verdict'
import { cellMarks, type Axis, type Mark } from './hitTest'
import type { PlotBoxes } from './plotBox'

const HEATMAPS = ['heat', 'heat_beside'] as const

/** Marks a finding in each heatmap: its layers beside their names, and their cells in the column where it first shows. */
export function findingMarks(boxes: PlotBoxes, axis: Axis, layers: number, finding: ToldFinding): Mark[] {
  const { tone, epoch } = finding
  const rows = finding.layers.length > 0 ? groupsOf(finding.layers) : [[0, layers - 1] as const]
  return HEATMAPS.flatMap(name => {
    const box = boxes.get(name)
    if (!box) return []
    return rows.flatMap(([first, last]) => {
      const row = { top: box.top + (first / layers) * box.height, height: ((last - first + 1) / layers) * box.height }
      const beside = { kind: 'culprit' as const, tone, left: box.left - BAR, width: BAR, ...row }
      const column = epoch === null ? null : axis.timeline.columnOf({ kind: 'epoch', epoch })
      const cells = column === null ? [] : cellMarks(box, axis, column, row)
      return [
        ...(finding.layers.length > 0 ? [beside] : []),
        ...cells.map(mark => ({ ...mark, kind: 'since' as const, tone }))
      ]
    })
  })
}

/** Width of the bar between the rows' names and the heatmap, px. */
const BAR = 5
