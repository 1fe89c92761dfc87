/** How a terminal can show a shade. */
export type ColorDepth = 'none' | '256' | 'truecolor'

/** Stops of the inferno scale from dark (small) to bright (large); matplotlib's, by Smith and van der Walt, CC0. */
const INFERNO: readonly (readonly [number, number, number])[] = [
  [22, 11, 57],
  [66, 10, 104],
  [106, 23, 110],
  [147, 38, 103],
  [188, 55, 84],
  [221, 81, 58],
  [243, 120, 25],
  [252, 165, 10],
  [246, 215, 70],
  [252, 255, 164]
]

/** The same scale in the 256 colours of older terminals. */
const INFERNO_256 = [17, 54, 90, 126, 161, 167, 208, 214, 221, 229]

/** Shades without colour: the darker on a dark terminal, the smaller. */
const GLYPHS = ['.', ':', '-', '=', '+', '░', '▒', '▓', '█']

/** One character cell for `share` in [0, 1], from smallest to largest. */
export function shade(share: number, depth: ColorDepth): string {
  const at = Math.min(1, Math.max(0, share))
  if (depth === 'none') return GLYPHS[Math.min(GLYPHS.length - 1, Math.floor(at * GLYPHS.length))]!
  if (depth === '256') return `\u001b[48;5;${INFERNO_256[Math.min(9, Math.floor(at * 10))]!}m \u001b[0m`
  return `\u001b[48;2;${mixed(at).join(';')}m \u001b[0m`
}

function mixed(at: number): number[] {
  const place = at * (INFERNO.length - 1)
  const low = Math.min(INFERNO.length - 2, Math.floor(place))
  return INFERNO[low]!.map((value, i) => Math.round(value + (INFERNO[low + 1]![i]! - value) * (place - low)))
}
