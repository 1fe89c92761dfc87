import type { CompareItem, CompareRecord } from '../record'
import { visibleLine } from '../text'
import { plainText } from './plainText'
import { sweepText, type SweepTextOptions } from './sweepText'

/** What a comparison holds as lines of text, one after the other: of each what its own cell shows, below the name that it was asked for by. */
export const compareText = ({ items }: CompareRecord, options: SweepTextOptions): string[] =>
  items.flatMap((item, i) => [...(i > 0 ? [''] : []), visibleLine(item.reference), ...linesOf(item, options)])

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
