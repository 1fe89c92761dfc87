import { STEPS, type ColorScale } from '../numbers/colorScale'
import { distance, mix, oklch, toRgb, type Oklab, type Rgb } from './oklab'
import { isDark, type ThemeKind } from './theme'

/**
 * Colours from vanishing through healthy to exploding. Cold and fading into the background is vanishing, teal is
 * healthy, hot is exploding: in every theme the same hues, and a signal that vanishes leaves the picture as it leaves
 * the network. On the way down lightness alone orders the colours, and teal against amber differs in blue and yellow,
 * so the picture survives every common colour blindness. Along each half equal steps are equal distances in OKLab.
 */
export interface Palette {
  /** of magnitudes: 2 · STEPS + 1 colours; the middle one is healthy */
  readonly colors: readonly Rgb[]
  /** of signed numbers, as many: blue below zero, orange above, fading into the background at zero */
  readonly signed: readonly Rgb[]
  /** of fractions, as many: more is darker (on dark, brighter), so that trouble is ink and none is blank */
  readonly fraction: readonly Rgb[]
  readonly nonfinite: Rgb
  readonly zero: Rgb
  /** "does not apply" */
  readonly absent: Rgb
  /** the marks × and ○ upon `nonfinite` and `zero` */
  readonly nonfiniteMark: Rgb
  readonly zeroMark: Rgb
}

type Stops = readonly (readonly [lightness: number, chroma: number, hue: number])[]

/** A theme's colours. Stops go from healthy outward; all are within sRGB, where nothing is clipped. */
interface Hues {
  readonly vanishing: Stops
  readonly exploding: Stops
  readonly below: Stops
  readonly above: Stops
  readonly fraction: Stops
  /** what has no place on a scale, and the marks upon it */
  readonly signs: Pick<Palette, 'nonfinite' | 'absent' | 'nonfiniteMark' | 'zeroMark'>
}

const LIGHT: Hues = {
  vanishing: [
    [0.6, 0.098, 190],
    [0.75, 0.09, 225],
    [0.87, 0.06, 258],
    [0.925, 0.036, 285]
  ],
  exploding: [
    [0.6, 0.098, 190],
    [0.67, 0.14, 125],
    [0.66, 0.134, 80],
    [0.54, 0.168, 40],
    [0.4, 0.158, 22]
  ],
  below: [
    [0.955, 0.004, 260],
    [0.72, 0.1, 250],
    [0.47, 0.14, 262]
  ],
  above: [
    [0.955, 0.004, 80],
    [0.77, 0.12, 65],
    [0.53, 0.14, 45]
  ],
  fraction: [
    [0.955, 0.006, 310],
    [0.75, 0.12, 315],
    [0.4, 0.17, 310]
  ],
  signs: {
    nonfinite: [208, 208, 208],
    absent: [238, 238, 238],
    nonfiniteMark: [20, 20, 20],
    zeroMark: [95, 95, 135]
  }
}

const DARK: Hues = {
  vanishing: [
    [0.68, 0.112, 190],
    [0.52, 0.1, 240],
    [0.4, 0.1, 275],
    [0.3, 0.075, 290]
  ],
  exploding: [
    [0.68, 0.112, 190],
    [0.78, 0.14, 110],
    [0.82, 0.16, 80],
    [0.72, 0.182, 45],
    [0.62, 0.23, 28]
  ],
  below: [
    [0.3, 0.006, 260],
    [0.55, 0.13, 255],
    [0.8, 0.1, 235]
  ],
  above: [
    [0.3, 0.006, 80],
    [0.58, 0.12, 55],
    [0.84, 0.13, 80]
  ],
  fraction: [
    [0.3, 0.01, 310],
    [0.52, 0.17, 315],
    [0.82, 0.13, 325]
  ],
  signs: {
    nonfinite: [66, 66, 66],
    absent: [48, 48, 48],
    nonfiniteMark: [255, 255, 255],
    zeroMark: [190, 190, 215]
  }
}

export function palette(kind: ThemeKind): Palette {
  const { signs, ...stops } = isDark(kind) ? DARK : LIGHT
  const colors = [...ramp(stops.vanishing).slice(1).reverse(), ...ramp(stops.exploding)].map(toRgb)
  const signed = [...ramp(stops.below).slice(1).reverse(), ...ramp(stops.above)].map(toRgb)
  const fraction = ramp(stops.fraction, 2 * STEPS).map(toRgb)
  return { colors, signed, fraction, zero: colors[0]!, ...signs }
}

/** The colours of a kind of scale. */
export const rampOf = (palette: Palette, kind: ColorScale['kind']): readonly Rgb[] =>
  kind === 'log' ? palette.colors : palette[kind]

/** `steps` + 1 colours along the polygon through `stops`, evenly spaced by length. */
function ramp(stops: Stops, steps = STEPS): Oklab[] {
  const points = stops.map(stop => oklch(...stop))
  const lengths = [0]
  points.slice(1).forEach((point, i) => lengths.push(lengths[i]! + distance(points[i]!, point)))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const length = (lengths.at(-1)! * step) / steps
    const after = Math.max(
      1,
      lengths.findIndex(end => end >= length - 1e-12)
    )
    const from = lengths[after - 1]!
    return mix(points[after - 1]!, points[after]!, (length - from) / (lengths[after]! - from))
  })
}
