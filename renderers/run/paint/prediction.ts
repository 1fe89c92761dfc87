import type { PictureFrame, PictureSubject } from '../../../src/record'
import { markNonfinite } from './glyphs'
import { oklch, toRgb, type Rgb } from './oklab'
import type { Palette } from './palette'
import { colorWord, emptyPicture, fill, type Picture } from './picture'
import { isDark, type ThemeKind } from './theme'

type Surface = Extract<PictureSubject, { kind: 'surface' }>
type Images = Extract<PictureSubject, { kind: 'images' }>

/** px of an image's side */
export const SAMPLE = 28

/**
 * Colours of classes: hues as far apart as there are classes, their lightness in turn, so that neighbours differ in
 * that too.
 */
export function classColors(count: number, kind: ThemeKind): Rgb[] {
  const [light, deep] = isDark(kind) ? [0.78, 0.6] : [0.72, 0.52]
  return Array.from({ length: count }, (_, i) =>
    toRgb(oklch(i % 2 === 0 ? deep : light, 0.12, 260 - (360 * i) / Math.max(2, count)))
  )
}

/**
 * The surface, one pixel for each point of its grid: the classes' colours mixed by probability, the highest y on top.
 */
export function surfacePicture({ size }: Surface, { values }: PictureFrame, colors: readonly Rgb[]): Picture {
  const picture = emptyPicture(size, size)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      picture.words[(size - 1 - row) * size + column] = colorWord(mixed(values, row * size + column, colors))
  return picture
}

function mixed(values: Uint8Array, row: number, colors: readonly Rgb[]): Rgb {
  const part = (channel: 0 | 1 | 2) =>
    Math.round(colors.reduce((sum, color, i) => sum + (color[channel] * values[row * colors.length + i]!) / 255, 0))
  return [Math.min(255, part(0)), Math.min(255, part(1)), Math.min(255, part(2))]
}

/** One image, bright on dark as it was recorded. */
export function imagePicture({ width, images }: Images, index: number): Picture {
  const picture = emptyPicture(width, width)
  for (let i = 0; i < width * width; i++) {
    const value = images[index * width * width + i]!
    picture.words[i] = colorWord([value, value, value])
  }
  return picture
}

/** What stands in the surface's place where the net predicts nothing: signs for "not finite" all over. */
export function nothingPicture(size: number, { nonfinite, nonfiniteMark }: Palette): Picture {
  const picture = emptyPicture(size, size)
  const cell = Math.max(1, Math.ceil(size / 6))
  fill(picture, { left: 0, top: 0, right: size, bottom: size }, colorWord(nonfinite))
  for (let top = 0; top < size; top += cell)
    for (let left = 0; left < size; left += cell) {
      const box = { left, top, right: Math.min(size, left + cell), bottom: Math.min(size, top + cell) }
      markNonfinite(picture, box, nonfiniteMark, SIGN_DENSITY)
    }
  return picture
}

/** Larger signs than a heatmap's cells have. */
const SIGN_DENSITY = 1.5

const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'] as const

/** The shape of a class' points: neighbours differ in it, too. */
export const shapeOf = (index: number): string => SHAPES[index % SHAPES.length]!

/** A training sample upon a surface, px from its top left corner. */
export interface SurfacePoint {
  readonly x: number
  readonly y: number
  readonly color: Rgb
  readonly shape: string
}

/** The training samples upon a surface of `side` px, in their class' colour and shape. */
export const surfacePoints = ({ points }: Surface, colors: readonly Rgb[], side: number): SurfacePoint[] =>
  Array.from({ length: points.length / 3 }, (_, i) => {
    const [x, y, own] = points.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number]
    return { x: (x / 255) * side, y: side - (y / 255) * side, color: colors[own] ?? [0, 0, 0], shape: shapeOf(own) }
  })

/** A point's outline, visible upon every class' colour. */
export const outlineOf = (kind: ThemeKind): string => (isDark(kind) ? '#000' : '#fff')
