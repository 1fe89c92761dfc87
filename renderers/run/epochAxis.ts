import type { Layout } from './layout'

/**
 * Every panel has the same x: column e of the heatmap is centred on epoch e, and the planned epochs span it from the start, so
 * that a running figure fills in from left to right and nothing moves.
 */
export const epochScale = (epochs: number) => ({ domain: [-0.5, epochs + 0.5], nice: false, zero: false })

/** The heatmap's axis has the labels; the panels above share its places and only show light lines there. */
export function epochAxis({ epochTicks }: Layout, labels: boolean) {
  const shared = { values: [...epochTicks], title: null, labels, ticks: labels, domain: false }
  return labels
    ? { ...shared, grid: false, labelExpr: "datum.value === 0 ? 'init' : datum.label", format: 'd', labelFlush: false }
    : { ...shared, grid: true }
}
