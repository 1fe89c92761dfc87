import type { RunRecord } from '../../../src/record'
import { activationData } from '../numbers/activationData'
import { brokenPoints, curveEnds } from '../numbers/curves'
import { ABOVE_FLOAT32, BELOW_FLOAT32, NONFINITE_CELL, ZERO_CELL, type Field } from '../numbers/field'
import { epochOf, windowOf } from '../numbers/look'
import { firstColumn, profilePoints } from '../numbers/profile'
import { epochTicks, ticksBetween } from '../numbers/ticks'
import { activationTitle } from '../words/activationTitle'
import { columnName } from '../words/columnName'
import { layerLabel } from '../words/layerLabel'
import { TEXTS } from '../words/texts'
import { profileAxis } from './profileAxis'
import { profiled, type Scene } from './scene'

/**
 * Rows of the chart's data sets by name; with the signals, all that changes while a run goes on and the crosshair
 * moves.
 */
export type ChartData = Readonly<Record<string, readonly object[]>>

/**
 * What the curves and the frame of the first cell that was not finite are drawn from: it changes with the record alone.
 */
export function recordData({ record, curves }: Scene): ChartData {
  return {
    curves: curves.points,
    ends: curveEnds(curves.points),
    broken: brokenPoints(record),
    nonfinite: firstNonfinite(record)
  }
}

/** What follows the crosshair: the profiles and the activation. */
export function crosshairData(scene: Scene): ChartData {
  const { record, look, layout } = scene
  const epoch = epochOf(record, look)
  const profiles = profiled(scene).flatMap(heat => [
    [`profile${heat.slot}`, profilePoints(heat, layout.rows, epoch)] as const,
    [`chosen${heat.slot}`, [{ text: columnName(epoch) }]] as const,
    [`first${heat.slot}`, [{ text: columnName(firstColumn(heat.table)) }]] as const
  ])
  const curve = activationData(record, look)
  return {
    ...Object.fromEntries(profiles),
    activation: curve.points,
    z: curve.range ? [curve.range] : [],
    activation_title: [{ text: activationTitle(curve) }]
  }
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

/** The chart's signals: where its axes begin and end, and their ticks. */
export function chartSignals(scene: Scene): Readonly<Record<string, unknown>> {
  const { record, look, layout } = scene
  const { from, to } = windowOf(record, look)
  const last = to - 1
  const profiles = profiled(scene).flatMap(heat => {
    const { span, ticks, labels } = profileAxis(heat, layout)
    return [
      [`profileSpan${heat.slot}`, span],
      [`profileTicks${heat.slot}`, ticks],
      [`profileLabels${heat.slot}`, labels]
    ]
  })
  const { reach } = activationData(record, look)
  return {
    epochSpan: [from - 0.5, to - 0.5],
    lossSpan: scene.curves.axis.span,
    sizeSpan: scene.curves.sizeSpan,
    epochTicks: look.window ? ticksBetween(from - 0.5, to - 0.5, layout.mostTicks) : epochTicks(last, layout.mostTicks),
    ...Object.fromEntries(profiles),
    zSpan: [-reach, reach],
    zTicks: [-reach, -reach / 2, 0, reach / 2, reach]
  }
}

/** The layer and epoch of the first value that was not finite, if its column was recorded. */
function firstNonfinite({ events: { nonfinite }, layers, columns }: RunRecord): object[] {
  if (nonfinite === null || nonfinite.layer === null || nonfinite.epoch >= columns) return []
  const layer = layers[nonfinite.layer]
  return layer ? [{ epoch: nonfinite.epoch, row: layerLabel(layer) }] : []
}
