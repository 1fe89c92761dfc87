import { TEXTS } from '../words/texts'

/**
 * Every panel has the same x: column e of the heatmap is centred on epoch e. While a run goes on, the planned epochs
 * span it, so that the figure fills in from left to right and nothing moves. The span is a signal, so that zooming
 * draws no new chart.
 */
export const epochScale = () => ({ domain: { expr: 'epochSpan' }, nice: false, zero: false })

/** The column before any training has a name instead of a number. */
const LABEL = `datum.value === 0 ? ${JSON.stringify(TEXTS.column.init)} : datum.label`

/** The heatmap's axis has the labels; the panels above share its places and only show light lines there. */
export function epochAxis(labels: boolean) {
  const shared = { values: { expr: 'epochTicks' }, title: null, labels, ticks: labels, domain: false }
  return labels
    ? { ...shared, grid: false, labelExpr: LABEL, format: 'd', labelFlush: false }
    : { ...shared, grid: true }
}
