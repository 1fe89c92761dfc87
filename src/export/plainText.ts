import type { RuleName } from '../diagnosis'
import { percent } from '../../renderers/run/words/percent'
import {
  at,
  CURVE_NAMES,
  curveApplies,
  formatScaled,
  headline,
  headlineText,
  type CurveName,
  type RunRecord,
  isAccuracy
} from '../record'
import { visibleLine } from '../text'
import { findingsText } from './findingsText'
import { textHeatmap, type TextHeatmapOptions } from './textHeatmap'
import { TEXTS } from './texts'
import { wrapText } from './wrapText'

/** How a record is written for a terminal. */
export interface PlainTextOptions extends TextHeatmapOptions {
  /** rules that nobody wants to hear */
  readonly silenced?: readonly RuleName[]
}

/**
 * The whole record as lines of text: what it is, the verdict on it and what else was found, the heatmap, how loss and accuracy went. Characters of names that would act on
 * a terminal are shown as \u001b; the heatmap's colours are the only ones that act. Lines are no longer than the width, broken at blanks.
 */
export function plainText(record: RunRecord, options: PlainTextOptions): string[] {
  const { width } = options
  const lines = [headlineText(record), ...headline(record).data].flatMap(line => wrapText(visibleLine(line), width))
  const found = findingsText(record, width, options.silenced)
  return [...lines, ...found, '', ...textHeatmap(record, options), '', ...curves(record, width)]
}

/** A curve's text is not broken where it fits into a line. */
function curves(record: RunRecord, width: number): string[] {
  const last = record.columns - 1
  const texts = CURVE_NAMES.filter(name => last >= 0 && curveApplies(record, name)).map(
    name => `${TEXTS.curves[name]} ${curveText(record, name, 0)} → ${curveText(record, name, last)}`
  )
  const whole = texts.map(text => (text.length + 2 <= width ? text.replaceAll(' ', NO_BREAK) : text))
  return wrapText(whole.join(`${NO_BREAK}· `), width).map(line => line.replaceAll(NO_BREAK, ' '))
}

const NO_BREAK = '\u00a0'

/** Accuracy in per cent, as the editor shows it. */
const curveText = ({ curves }: RunRecord, name: CurveName, column: number): string =>
  (isAccuracy(name) ? percent : formatScaled)(at(curves[name], column, 0))
