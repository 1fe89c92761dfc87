/** A colour as red, green and blue, 0 … 255. */
export type Rgb = readonly [number, number, number]

/** A colour in OKLab (Björn Ottosson, 2020): equal distances look about equally different. */
export type Oklab = readonly [lightness: number, a: number, b: number]

/** OKLab from lightness (0 … 1), chroma and hue (degrees), the form in which people can choose colours. */
export function oklch(lightness: number, chroma: number, hue: number): Oklab {
  const angle = (hue * Math.PI) / 180
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

/** The nearest displayable colour. */
export function toRgb([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  ]
}

export const distance = (p: Oklab, q: Oklab): number => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])

export const mix = (p: Oklab, q: Oklab, t: number): Oklab => [
  p[0] + (q[0] - p[0]) * t,
  p[1] + (q[1] - p[1]) * t,
  p[2] + (q[2] - p[2]) * t
]

/** The sRGB transfer curve, clipped to 0 … 255. */
function gamma(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, value)))
}

/** Black or white, whichever is seen better upon `color`. */
export const inkOn = ([red, green, blue]: Rgb): Rgb =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue > 128 ? [0, 0, 0] : [255, 255, 255]

export const hex = (rgb: Rgb): string => '#' + rgb.map(part => part.toString(16).padStart(2, '0')).join('')
