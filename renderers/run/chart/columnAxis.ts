/**
 * Every panel has the same x: the middle of a column. While a run goes on, the planned columns span it, so that the figure fills in from
 * left to right and nothing moves. The span is a signal, so that zooming draws no new chart.
 */
export const columnScale = () => ({ domain: { expr: 'columnSpan' }, nice: false, zero: false })

const LABEL = 'columnLabels[indexof(columnTicks, datum.value)]'

/** The heatmap's axis has the labels; the panels above share its places and only show light lines there. */
export function columnAxis(labels: boolean) {
  const shared = { values: { expr: 'columnTicks' }, title: null, labels, ticks: labels, domain: false }
  return labels
    ? { ...shared, grid: false, labelExpr: LABEL, labelFlush: false, labelOverlap: false }
    : { ...shared, grid: true }
}
