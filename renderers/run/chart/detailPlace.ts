import { fullWidth, type Layout } from './layout'

/** Where a detail's plots stand, px. */
export interface DetailRoom {
  /** left of the plots where these need no more */
  readonly left: number
  /** of the plots together */
  readonly width: number
}

/** Where the detail stands: beside the chart where there is room for both, else below it. Widths in px. */
export interface DetailPlace {
  readonly beside: boolean
  readonly chartWidth: number
  readonly detailWidth: number
}

/** px beside the chart: a quarter of all, within limits */
const NARROWEST = 400
const WIDEST = 560
const SHARE = 0.27
/** Between the chart and what stands beside it. */
export const DETAIL_GAP = 28
/** A chart narrower than this loses more than what stands beside it gains; one with two heatmaps needs more. */
const CHART_FROM = 760
const TWIN_FROM = 1000

/** Beside the chart if both have room in `width` px. `heatmaps`: how many there are, 1 or 2. */
export function detailPlace(width: number, heatmaps: number): DetailPlace {
  const detailWidth = Math.round(Math.min(WIDEST, Math.max(NARROWEST, SHARE * width)))
  const chartWidth = width - detailWidth - DETAIL_GAP
  return chartWidth >= (heatmaps === 2 ? TWIN_FROM : CHART_FROM)
    ? { beside: true, chartWidth, detailWidth }
    : { beside: false, chartWidth: width, detailWidth: width }
}

const AXIS = 48
const RIGHT = 14

/** Below the chart plots stand under the chart's; beside it they begin at the left. */
export function detailRoom({ beside, detailWidth }: DetailPlace, layout: Layout): DetailRoom {
  return beside ? { left: AXIS, width: detailWidth - AXIS - RIGHT } : { left: layout.gutter, width: fullWidth(layout) }
}
