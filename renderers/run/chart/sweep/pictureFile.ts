import type { Theme } from '../../paint/theme'
import { stacked, svg, svgFile, type Drawing } from './svg'

const GAP = 14
const MARGIN = 12

/** Drawings below each other, with a margin, as an SVG file. */
export function pictureFile(theme: Theme, drawings: readonly Drawing[]): string {
  const { width, height, nodes } = stacked(drawings, GAP)
  const moved = svg('g', { transform: `translate(${MARGIN} ${MARGIN})` }, ...nodes)
  const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN, nodes: [moved] }
  return svgFile(whole, theme.background, theme.fontFamily)
}
