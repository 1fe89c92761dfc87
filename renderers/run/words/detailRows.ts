import { formatScaled, scaled, type RunRecord } from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { confusionAt } from '../numbers/confusion'
import { shownDetail, type DetailName } from '../numbers/details'
import { estimatesAt } from '../numbers/estimates'
import { SPREADS, barsOf, snapshotsOf, type Spread } from '../numbers/histograms'
import { epochOf, type Look } from '../numbers/look'
import { frameAt } from '../numbers/predictions'
import type { Shown } from '../numbers/shown'
import { epochName } from './columnName'
import { shareText } from './confusionText'
import { outputName } from './estimatesText'
import { rangeText } from './histogramsText'
import { momentText } from './momentText'
import { labelOf } from './predictionText'
import type { TextTable } from './textTable'
import { TEXTS } from './texts'

const { histograms: HISTOGRAMS, answers: ANSWERS, predictions: PREDICTIONS } = TEXTS.details

/** The chosen detail's numbers; null where it has none that can be read one by one. */
export const tableOfDetail = (shown: Shown, look: Look): TextTable | null =>
  TABLES[shownDetail(shown.record, look)](shown, look)

const TABLES: Readonly<Record<DetailName, (shown: Shown, look: Look) => TextTable | null>> = {
  activation: () => null,
  histograms,
  predictions,
  answers: (shown, look) => confusion(shown, look) ?? estimates(shown, look)
}

function histograms({ record }: Shown): TextTable | null {
  const all = SPREADS.flatMap(spread => snapshotsOf(record).map(({ at }) => ({ spread, at })))
  if (all.length === 0) return null
  const { columns, table, rangeMeaning } = HISTOGRAMS
  const range = (spread: Spread, at: RunRecord['distributions'][number], layer: number) => {
    const bars = barsOf(at, spread, layer)
    const zero = spread === 'weightGradient' && at.zeroGradient[layer]! > 0
    const parts = [
      ...(bars ? [rangeText(bars, spread)] : []),
      ...(zero ? [HISTOGRAMS.zero(shareText(at.zeroGradient[layer]!, 1))] : [])
    ]
    return parts.length === 0 ? HISTOGRAMS.nonfinite : parts.join(' ')
  }
  return {
    caption: `${table} (${rangeMeaning}; ${HISTOGRAMS.zeroMeaning})`,
    head: [columns.layer, ...all.map(({ spread, at }) => columns[spread](epochName(at.epoch)))],
    rows: record.layers.map(({ name }, layer) => [name, ...all.map(({ spread, at }) => range(spread, at, layer))])
  }
}

/** Of images alone: a surface has thousands of places. */
function predictions(shown: Shown, look: Look): TextTable | null {
  const { record } = shown
  const { subject, data } = record
  const frame = frameAt(record, epochOf(shown, look))
  if (subject?.kind !== 'images' || !frame) return null
  return {
    caption: PREDICTIONS.images(momentText(shown, look, frame.epoch)),
    head: [ANSWERS.sample, ANSWERS.truth, ANSWERS.answer],
    rows: subject.classes.map((truth, i) => [
      String(i + 1),
      visibleLine(data.classes[truth] ?? String(truth)),
      labelOf(record, subject, frame, i).text
    ])
  }
}

function confusion(shown: Shown, look: Look): TextTable | null {
  const found = confusionAt(shown.record, epochOf(shown, look))
  if (found === null) return null
  const { classes, counts, totals, unanswered, split, epoch } = found
  const lost = unanswered.some(count => count > 0)
  const names = classes.map(visibleLine)
  const cell = (count: number, row: number) => (count === 0 ? '0' : `${count} (${shareText(count, totals[row]!)})`)
  return {
    caption: `${ANSWERS.confusion(ANSWERS.splits[split], momentText(shown, look, epoch))} (${ANSWERS.shareInBrackets})`,
    head: [ANSWERS.truth, ...names, ...(lost ? [ANSWERS.unanswered] : [])],
    rows: counts.map((own, row) => [
      names[row]!,
      ...[...own, ...(lost ? [unanswered[row]!] : [])].map(count => cell(count, row))
    ])
  }
}

function estimates(shown: Shown, look: Look): TextTable | null {
  const found = estimatesAt(shown.record, epochOf(shown, look))
  if (found === null) return null
  const { outputs, samples, split, epoch } = found
  const number = (value: number) => formatScaled(scaled(value))
  return {
    caption: ANSWERS.estimates(ANSWERS.splits[split], momentText(shown, look, epoch)),
    head: [
      ANSWERS.sample,
      ...outputs.flatMap((_, i) => [ANSWERS.trueAxis, ANSWERS.predictedAxis].map(text => text(outputName(found, i))))
    ],
    rows: Array.from({ length: samples }, (_, sample) => [
      String(sample + 1),
      ...outputs.flatMap(({ estimates }) => [estimates[sample]!.truth, estimates[sample]!.value].map(number))
    ])
  }
}
