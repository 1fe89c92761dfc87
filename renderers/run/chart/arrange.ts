import type { TopLevelSpec } from 'vega-lite'
import { hasAccuracy, hasTest } from '../numbers/curves'
import { accuracyPanel, lossPanel, sizePanel } from './curvesPanel'
import { heatPanel } from './heatPanel'
import { legendPanel } from './legendPanel'
import type { Panel } from './panel'
import { profilePanel } from './profilePanel'
import type { Scene } from './scene'

type Rows = Pick<Extract<TopLevelSpec, { vconcat: unknown }>, 'vconcat' | 'spacing' | 'resolve'>
type Row = Rows['vconcat'][number]

/**
 * The panels in rows. Within a row plots keep their distance whatever their axes take, so that they stand below each
 * other.
 */
export function arrange(scene: Scene): Rows {
  const panels = { column, side, twin }[scene.layout.arrangement](scene)
  return { vconcat: panels.map(panels => rowOf(panels, scene.layout.gap)), spacing: 6, resolve: RESOLVE }
}

const RESOLVE = { scale: { color: 'independent', strokeDash: 'independent' } } as const

/** Panels next to each other. */
export const rowOf = (panels: readonly Panel[], spacing: number): Row =>
  panels.length === 1 ? panels[0]! : { hconcat: [...panels], spacing, bounds: 'flush', resolve: RESOLVE }

const loss = (scene: Scene): Panel => lossPanel(scene, hasTest(scene.record))
const accuracy = (scene: Scene, width?: number): Panel[] =>
  hasAccuracy(scene.record) ? [accuracyPanel(scene, width)] : []

/** Narrow: everything below each other. */
function column(scene: Scene): Panel[][] {
  const maps = scene.heats.flatMap(heat => [
    [heatPanel(scene, heat)],
    [legendPanel(scene, heat)],
    [profilePanel(scene, heat)]
  ])
  return [[loss(scene)], ...accuracy(scene).map(panel => [panel]), [sizePanel(scene)], ...maps]
}

/** Each heatmap with its profile; above them loss and, beside it, accuracy; without accuracy the size of the signal. */
function side(scene: Scene): Panel[][] {
  const { profileWidth, lossHeight } = scene.layout
  const maps = scene.heats.flatMap(heat => [
    [heatPanel(scene, heat), profilePanel(scene, heat)],
    [legendPanel(scene, heat)]
  ])
  const curves = hasAccuracy(scene.record)
    ? [[loss(scene), ...accuracy(scene, profileWidth)], [sizePanel(scene)]]
    : [[loss(scene), sizePanel(scene, profileWidth, lossHeight)]]
  return [...curves, ...maps]
}

/** Two heatmaps and the first one's profile on the same rows; above them loss, the size of the signal and accuracy. */
function twin(scene: Scene): Panel[][] {
  const { layout, heats } = scene
  const { plotWidth, profileWidth, lossHeight } = layout
  return [
    [loss(scene), sizePanel(scene, plotWidth, lossHeight), ...accuracy(scene, profileWidth)],
    [...heats.map(heat => heatPanel(scene, heat)), profilePanel(scene, heats[0]!)],
    heats.map(heat => legendPanel(scene, heat))
  ]
}
