import { verdictOf, verdictText } from '../diagnosis'
import { at, curveApplies, formatScaled, headline, headlineText, type CurveName, type RunRecord } from '../record'
import { visibleLine } from '../text'
import { textHeatmap, type TextHeatmapOptions } from './textHeatmap'
import { wrapText } from './wrapText'

/**
 * The whole record as lines of text: what it is, the verdict on it, the heatmap, how loss and accuracy went. Characters of names that would act on
 * a terminal are shown as \u001b; the heatmap's colours are the only ones that act.
 */
export function plainText(record: RunRecord, options: TextHeatmapOptions): string[] {
  const lines = [headlineText(record), ...headline(record).data].map(visibleLine)
  const verdict = record.columns === 0 ? [] : wrapText(visibleLine(verdictText(verdictOf(record))), options.width)
  return [...lines, ...verdict, '', ...textHeatmap(record, options), '', curves(record)]
}

const NAMES: Readonly<Record<CurveName, string>> = {
  loss: 'loss',
  test_loss: 'test loss',
  accuracy: 'accuracy',
  test_accuracy: 'test accuracy'
}

function curves(record: RunRecord): string {
  const last = record.columns - 1
  return (Object.keys(NAMES) as CurveName[])
    .filter(name => last >= 0 && curveApplies(record, name))
    .map(
      name =>
        `${NAMES[name]} ${formatScaled(at(record.curves[name], 0, 0))} → ${formatScaled(at(record.curves[name], last, 0))}`
    )
    .join(' · ')
}
