import { chosenMetric, comparedSweep, type CompareRecord } from '../../../../src/record'
import { visibleLine } from '../../../../src/text'
import { panelRow, type Panel, type PanelRow } from './comparePanels'
import { sweepScene, type SweepScene } from './sweepScene'
import type { Reach } from '../../numbers/colorScale'
import {
  compareHeat,
  differenceReach,
  heatDifference,
  heatRatios,
  isComparable,
  type CompareHeat
} from '../../numbers/sweep/compareHeat'
import { reachOf } from '../../numbers/sweep/thumbField'
import type { Theme } from '../../paint/theme'
import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import type { Measure } from '../layout'

/** Heatmaps next to each other on one scale. */
export interface ScaledRow extends PanelRow {
  readonly reach: Reach
}

/** All that the pictures of a comparison are made of. */
export interface CompareScene {
  readonly record: CompareRecord
  /** what is compared as a sweep: for sentence, curves and table */
  readonly sweep: SweepScene
  readonly heats: ScaledRow
  /** each but the first divided by the first; null where none can be */
  readonly differences: ScaledRow | null
  /** what is said of those that have no difference to draw */
  readonly notes: readonly string[]
}

/** Null where nothing that is compared has a result. */
export function compareScene(
  record: CompareRecord,
  theme: Theme,
  width: number,
  measure: Measure
): CompareScene | null {
  const made = comparedSweep(record)
  if (made === null) return null
  const sweep = sweepScene(made, theme, width, chosenMetric(made), {}, measure)
  const heats = record.items.flatMap(item => compareHeat(item, WORDS.layer) ?? [])
  const isSweep = new Set(record.items.flatMap(({ kind, reference }) => (kind === 'sweep' ? [reference] : [])))
  const titleOf = ({ reference }: CompareHeat) =>
    visibleLine(isSweep.has(reference) ? WORDS.bestOf(reference) : reference)
  const panels = heats.map((heat): Panel => ({ title: titleOf(heat), heat, ratios: heatRatios(heat) }))
  const [first, ...others] = heats
  const alike = first ? others.filter(other => isComparable(first, other)) : []
  const quotients = alike.map((heat): Panel => ({
    title: WORDS.difference(first!.reference, heat.reference),
    heat: { ...heat, columns: Math.min(heat.columns, first!.columns), epochs: heat.epochs.slice(0, first!.columns) },
    ratios: heatDifference(first!, heat)
  }))
  const place = { theme, measure, width }
  return {
    record,
    sweep,
    heats: { ...panelRow(panels, place), reach: reachOf(panels.map(({ ratios }) => ratios)) },
    differences:
      quotients.length === 0
        ? null
        : { ...panelRow(quotients, place), reach: differenceReach(quotients.map(({ ratios }) => ratios)) },
    notes: first
      ? others
          .filter(other => !alike.includes(other))
          .map(({ reference }) => WORDS.shapes(visibleLine(reference), visibleLine(first.reference)))
      : []
  }
}
