import { comparedSweep, experimentDifferences, valueText, type CompareItem, type CompareRecord } from '../record'
import { visibleLine } from '../text'
import { plainText } from './plainText'
import { sweepText, type SweepTextOptions } from './sweepText'
import { SWEEP_TEXT_WORDS as WORDS } from './texts/sweep'

/**
 * A comparison as lines of text: the sentence and the table of a sweep whose groups are what is compared, the keys in which the experiments
 * differ, and then of each what its own cell shows, below the name that it was asked for by. Characters that would act on a terminal are
 * shown as \u001b.
 */
export function compareText(record: CompareRecord, options: SweepTextOptions): string[] {
  const sweep = comparedSweep(record)
  const summary = sweep === null ? [] : [...sweepText(sweep, options), '', ...differenceLines(record).map(visibleLine)]
  return [...summary, ...record.items.flatMap(item => ['', visibleLine(item.reference), ...linesOf(item, options)])]
}

function differenceLines(record: CompareRecord): string[] {
  const all = experimentDifferences(record)
  if (all.length === 0) return [WORDS.same]
  const texts = all.map(({ key, values }) => WORDS.difference(key, values.map(value => (value === null ? WORDS.noScore : valueText(value))))) // prettier-ignore
  return [WORDS.differences, ...texts]
}

function linesOf(item: CompareItem, options: SweepTextOptions): string[] {
  switch (item.kind) {
    case 'run':
      return plainText(item.record, { quantity: 'delta_rms', ...options })
    case 'sweep':
      return sweepText(item.record, options)
    case 'missing':
      return [visibleLine(item.why)]
    default:
      return item satisfies never
  }
}
