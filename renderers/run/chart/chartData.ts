import { brokenPoints, curveEnds, placeOf } from '../numbers/curves'
import { ABOVE_FLOAT32, BELOW_FLOAT32, NONFINITE_CELL, ZERO_CELL, type Field } from '../numbers/field'
import { columnOf, windowOf } from '../numbers/look'
import { theoryPoints } from '../numbers/theory'
import { firstColumn, profilePoints } from '../numbers/profile'
import { columnName } from '../words/columnName'
import { TEXTS } from '../words/texts'
import { columnTicks } from './columnTicks'
import { profileAxis } from './profileAxis'
import { theoryData } from './theoryLayers'
import { profiled, type Heat, type Scene } from './scene'

/**
 * Rows of the chart's data sets by name; with the signals, all that changes while a run goes on and the crosshair
 * moves.
 */
export type ChartData = Readonly<Record<string, readonly object[]>>

/**
 * What the curves and the frame of the first cell that was not finite are drawn from: it changes with the record alone.
 */
export function recordData(scene: Scene): ChartData {
  const { shown, curves } = scene
  return {
    curves: curves.points,
    ends: curveEnds(curves.points),
    broken: brokenPoints(shown),
    nonfinite: firstNonfinite(scene),
    partings: shown.timeline.partings.map(place => ({ place: place - 0.5 }))
  }
}

/** What follows the crosshair: the profiles. */
export function crosshairData(scene: Scene): ChartData {
  const { shown, look, layout } = scene
  const column = columnOf(shown, look)
  const nameOf = (column: number) => columnName(shown, column)
  const profiles = profiled(scene).flatMap(heat => [
    [`profile${heat.slot}`, profilePoints(heat, layout.rows, column)] as const,
    [`chosen${heat.slot}`, [{ text: nameOf(column) }]] as const,
    [`first${heat.slot}`, [{ text: nameOf(firstColumn(heat.table)) }]] as const,
    ...theoryData(scene, heat)
  ])
  return Object.fromEntries(profiles)
}

/** The signs that a heatmap uses, with their meaning. */
export function signData(field: Field): object[] {
  const { cells, lost } = field
  const texts = [
    cells.includes(NONFINITE_CELL) && TEXTS.legend.nonfinite,
    cells.includes(ZERO_CELL) && TEXTS.legend.zero,
    lost.includes(BELOW_FLOAT32) && TEXTS.legend.belowFloat32,
    lost.includes(ABOVE_FLOAT32) && TEXTS.legend.aboveFloat32
  ]
  return texts.filter(text => text !== false).map((text, index) => ({ text, index }))
}

/** The axis holds what theory expects, too, as far as that is not far off. */
function withTheory(heat: Heat, { theory, record, layout }: Scene): Pick<Heat, 'scale' | 'extent'> {
  const [low, high] = heat.extent
  const expected = theoryPoints(theory, heat, record, layout.rows).flatMap(({ x }) => (x === null ? [] : [x]))
  const near = expected.map(x => Math.min(high + FAR, Math.max(low - FAR, x)))
  return { scale: heat.scale, extent: near.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [low, high]) }
}

/** Decades beyond what was measured that the axis follows theory. */
const FAR = 3

/** The chart's signals: where its axes begin and end, and their ticks. */
export function chartSignals(scene: Scene): Readonly<Record<string, unknown>> {
  const { shown, look, layout } = scene
  const window = windowOf(shown, look)
  const ticks = columnTicks(scene)
  const profiles = profiled(scene).flatMap(heat => {
    const { span, ticks, labels } = profileAxis(withTheory(heat, scene), layout)
    return [
      [`profileSpan${heat.slot}`, span],
      [`profileTicks${heat.slot}`, ticks],
      [`profileLabels${heat.slot}`, labels]
    ]
  })
  return {
    columnSpan: [window.from - 0.5, window.to - 0.5],
    lossSpan: scene.curves.axis.span,
    sizeSpan: scene.curves.sizeSpan,
    columnTicks: ticks.map(({ place }) => place),
    columnLabels: ticks.map(({ label }) => label),
    ...Object.fromEntries(profiles)
  }
}

/** The layer and column of the first value that was not finite, if it was recorded: its step's where that is shown. */
function firstNonfinite({ shown: { record, timeline, columns }, layout }: Scene): object[] {
  const { nonfinite } = record.events
  const row = layout.rows[nonfinite?.layer ?? -1]
  if (nonfinite === null || row === undefined) return []
  const column = timeline.columnOfStep(nonfinite.step) ?? timeline.columnOf({ kind: 'epoch', epoch: nonfinite.epoch })
  if (column >= columns) return []
  return [{ place: placeOf(timeline, column), width: timeline.widthOf(column), row }]
}
