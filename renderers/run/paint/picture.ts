import type { Rgb } from './oklab'

/** Pixels as a canvas takes them. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** [height × width × 4]: red, green, blue, opacity */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
  /** [height × width]: the same memory, a pixel a number */
  readonly words: Uint32Array<ArrayBuffer>
}

/** Whole pixels; `right` and `bottom` are the first ones outside. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The picture with nothing on it. */
export function emptyPicture(width: number, height: number): Picture {
  const pixels = new Uint8ClampedArray(width * height * 4)
  return { width, height, pixels, words: new Uint32Array(pixels.buffer) }
}

/** An opaque colour as one number of `words`, whatever the machine's byte order. */
export const colorWord = ([red, green, blue]: Rgb): number =>
  (LITTLE_ENDIAN
    ? (255 << 24) | (blue << 16) | (green << 8) | red
    : (red << 24) | (green << 16) | (blue << 8) | 255) >>> 0

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Plain loops: most boxes of a large heatmap are a few pixels, for which a call of `fill` a line costs more. */
export function fill({ words, width }: Picture, { left, top, right, bottom }: Box, word: number): void {
  for (let y = top; y < bottom; y++) {
    const end = y * width + right
    for (let index = y * width + left; index < end; index++) words[index] = word
  }
}

/** Lays `color` over the pixel at (x, y), covering the share `coverage` of it. */
export function cover({ pixels, width }: Picture, x: number, y: number, color: Rgb, coverage: number): void {
  if (coverage <= 0) return
  const share = Math.min(1, coverage)
  const index = (y * width + x) * 4
  for (let part = 0; part < 3; part++) {
    const below = pixels[index + part]!
    pixels[index + part] = below + (color[part]! - below) * share
  }
}
