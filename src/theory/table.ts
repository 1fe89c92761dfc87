import { isCovered, type CellPrediction } from './cell'
import { expText } from './logarithms'
import type { Prediction } from './predict'
import type { Preflight } from './preflight'
import { preflightText } from './sentence'
import { TEXTS } from './texts'

/** What theory says of a cell. */
export interface NamedPrediction {
  readonly name: string | null
  readonly predicted: CellPrediction
}

/** What theory says of a cell, as a sentence and a table of its layers. */
export function predictionText({ name, predicted }: NamedPrediction, foretold: Preflight): string {
  if (!isCovered(predicted)) return `${name}: ${TEXTS.notCovered(predicted.why)}`
  const rows = [TEXTS.columns, ...predicted.layers.map(row)]
  const widths = TEXTS.columns.map((_, column) => Math.max(...rows.map(cells => cells[column]!.length)))
  const table = rows.map(cells =>
    cells.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
  )
  return [`${name}: ${preflightText(foretold)}`, ...table.map(cells => cells.join('  ')), ...notes(predicted)].join(
    '\n'
  )
}

function row({ name, lnQ, chi, lnDeltaRelative, lnStd }: Prediction['layers'][number]): readonly string[] {
  return [
    name,
    ofLn(lnQ),
    chi === null ? '' : number(chi),
    ofLn(lnDeltaRelative),
    `± ${(lnStd / Math.LN10).toFixed(2)}`
  ]
}

function notes(prediction: Prediction): string[] {
  const { fixedPoint, exactBand } = prediction
  const band = exactBand ? TEXTS.band : TEXTS.leastBand
  if (fixedPoint === null) return [band]
  const deeper = TEXTS.fixedPoint(number(fixedPoint.q), number(fixedPoint.chi), number(fixedPoint.depthScale))
  return [band, deeper, ...critical(prediction)]
}

function critical({ sigmaW2, criticalSigmaW2 }: Prediction): string[] {
  if (sigmaW2 === null) return []
  return [criticalSigmaW2 === null ? TEXTS.neverCritical : TEXTS.critical(number(criticalSigmaW2), number(sigmaW2))]
}

/** A number that float64 may not hold, by its logarithm. */
const ofLn = (ln: number): string => (Math.abs(ln) < 600 ? number(Math.exp(ln)) : expText(ln, 3))

/** Three significant digits. */
function number(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || value === 0) return String(value)
  return size >= 1e-3 && size < 1e5 ? String(Number(value.toPrecision(3))) : value.toExponential(2)
}
