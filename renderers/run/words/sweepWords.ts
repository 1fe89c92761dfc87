import { scoreText } from '../../../src/diagnosis'
import {
  formatScaled,
  groupLabel,
  isAccuracy,
  scaled,
  valueText,
  type ChosenMetric,
  type FateCounts,
  type GroupResult,
  type Json,
  type MetricName,
  type SweepRecord
} from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { SWEEP_FIGURE as TEXTS } from './sweepTexts'

/** What a group is called; "all runs" of the only one. */
export const groupName = (record: SweepRecord, group: Pick<GroupResult, 'label' | 'values'>): string =>
  visibleLine(groupLabel(record, group)) || TEXTS.multiples.all

/** A group's values without their names: "0.0298, 0.864". */
export const groupValues = ({ label, values }: Pick<GroupResult, 'label' | 'values'>): string =>
  visibleLine([...(label === null ? [] : [label]), ...values.map(shortText)].join(', '))

const shortText = (value: Json): string =>
  typeof value === 'number' ? formatScaled(scaled(value), 3) : valueText(value)

/** How an axis of a metric tells its numbers; undefined: as they are. */
export const axisText = (name: MetricName): ((value: number) => string) | undefined =>
  isAccuracy(name) ? value => scoreText(value, { name }) : undefined

/** A group's number as text: "0.0123", "98.5 %", "diverged" in the words for what became of its median run. */
export function groupScore({ score, fates, runs }: GroupResult, metric: ChosenMetric): string {
  if (score !== null) return scoreText(score, metric)
  return fates.missing === runs.length ? TEXTS.multiples.notYet : TEXTS.table.none
}

const TOLD = ['diverged', 'stuck', 'failed', 'missing'] as const

/** What went wrong in a group: "2 of 5 diverged"; nothing where all learned. */
export const fateTexts = (fates: FateCounts, runs: number): string[] =>
  TOLD.filter(fate => fates[fate] > 0).map(fate =>
    runs === 1 ? TEXTS.table.states[fate] : TEXTS.fates[fate](fates[fate], runs)
  )

/** A dimension's name as short as its path allows. */
export const dimensionName = (name: string): string =>
  name === '' ? TEXTS.toolbar.variants : visibleLine(name.split('.').at(-1)!)
