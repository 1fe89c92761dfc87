import type { Rgb } from '../../renderers/run/paint/oklab'
import type { ColorDepth } from './shades'

/** Heights without colour: lower is smaller, the middle one is the middle of the scale. */
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇']

/** One character for the colour at `index` of `ramp`, 0 … ramp.length - 1. */
export function colorCell(index: number, ramp: readonly Rgb[], depth: ColorDepth): string {
  if (depth === 'none') return HEIGHTS[Math.round((index / (ramp.length - 1)) * (HEIGHTS.length - 1))]!
  const color = ramp[index]!
  const code = depth === 'truecolor' ? `2;${color.join(';')}` : `5;${nearest256(color)}`
  return `\u001b[48;${code}m \u001b[0m`
}

/** The six values of a channel in the colour cube of 256-colour terminals (xterm), whose first colour is 16. */
const LEVELS = [0, 95, 135, 175, 215, 255]

function nearest256(color: Rgb): number {
  const [red, green, blue] = color.map(value => nearestLevel(value))
  return 16 + 36 * red! + 6 * green! + blue!
}

const nearestLevel = (value: number): number =>
  LEVELS.reduce((best, level, i) => (Math.abs(level - value) < Math.abs(LEVELS[best]! - value) ? i : best), 0)
