import { verdictOf, verdictText } from '../diagnosis'
import { at, CURVE_NAMES, curveApplies, formatScaled, headline, headlineText, type RunRecord } from '../record'
import { visibleLine } from '../text'
import { textHeatmap, type TextHeatmapOptions } from './textHeatmap'
import { wrapText } from './wrapText'
import { TEXTS } from './texts'

/**
 * The whole record as lines of text: what it is, the verdict on it, the heatmap, how loss and accuracy went. Characters of names that would act on
 * a terminal are shown as \u001b; the heatmap's colours are the only ones that act.
 */
export function plainText(record: RunRecord, options: TextHeatmapOptions): string[] {
  const lines = [headlineText(record), ...headline(record).data].map(visibleLine)
  const verdict = record.columns === 0 ? [] : wrapText(visibleLine(verdictText(verdictOf(record))), options.width)
  return [...lines, ...verdict, '', ...textHeatmap(record, options), '', curves(record)]
}

function curves(record: RunRecord): string {
  const last = record.columns - 1
  return CURVE_NAMES.filter(name => last >= 0 && curveApplies(record, name))
    .map(
      name =>
        `${TEXTS.curves[name]} ${formatScaled(at(record.curves[name], 0, 0))} → ${formatScaled(at(record.curves[name], last, 0))}`
    )
    .join(' · ')
}
