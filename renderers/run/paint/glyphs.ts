import type { Rgb } from './oklab'
import { colorWord, cover, type Box, type Picture } from './picture'

/** Cells at least this large, in CSS pixels, take a sign; smaller ones a pattern that goes on from cell to cell. */
const SIGN_FROM = 7

/** Not finite: × in each cell, or hatching. Never a matter of colour alone. */
export function markNonfinite(picture: Picture, box: Box, color: Rgb, density: number): void {
  if (!takesSign(box, density)) return pattern(picture, box, color, (x, y) => (x + y) % (5 * density) < density)
  const { size, stroke } = sign(box, density)
  draw(picture, box, color, stroke, (x, y) => {
    const outside = Math.max(Math.abs(x), Math.abs(y)) - size
    const across = Math.abs(Math.abs(x) - Math.abs(y)) * Math.SQRT1_2
    return outside > 0 ? across + outside : across
  })
}

/** Exactly zero: ○ in each cell, or dots. */
export function markZero(picture: Picture, box: Box, color: Rgb, density: number): void {
  const dots = (x: number, y: number) => x % (4 * density) < density && y % (4 * density) < density
  if (!takesSign(box, density)) return pattern(picture, box, color, dots)
  const { size, stroke } = sign(box, density)
  draw(picture, box, color, stroke, (x, y) => Math.abs(Math.hypot(x, y) - size))
}

const takesSign = (box: Box, density: number): boolean =>
  Math.min(box.right - box.left, box.bottom - box.top) >= SIGN_FROM * density

const sign = (box: Box, density: number) => ({
  size: Math.min(3.5 * density, 0.3 * Math.min(box.right - box.left, box.bottom - box.top)),
  stroke: 0.6 * density
})

/** Draws the line on which `away`, the distance from it around the box's centre, is zero. */
function draw(picture: Picture, box: Box, color: Rgb, stroke: number, away: (x: number, y: number) => number): void {
  const centreX = (box.left + box.right - 1) / 2
  const centreY = (box.top + box.bottom - 1) / 2
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++)
      cover(picture, x, y, color, stroke + 0.5 - away(x - centreX, y - centreY))
}

function pattern(picture: Picture, box: Box, color: Rgb, inside: (x: number, y: number) => boolean): void {
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) if (inside(x, y)) cover(picture, x, y, color, 1)
}

/** Beyond float32's range: a triangle that points down or up in each cell, or strokes lying or standing. */
export function markBeyond(picture: Picture, box: Box, color: Rgb, density: number, up: boolean): void {
  if (!takesSign(box, density)) return strokes(picture, box, colorWord(color), Math.max(1, Math.round(density)), up)
  const { size, stroke } = sign(box, density)
  const away = (x: number, y: number) => triangle(x, up ? y : -y, size)
  draw(picture, box, color, stroke, away)
}

/** Plain loops: of a net that is lost to float32 nearly every cell has them. */
function strokes({ words, width }: Picture, box: Box, word: number, thick: number, standing: boolean): void {
  const [everyX, longX, everyY, longY] = standing ? [4, 1, 6, 3] : [6, 3, 4, 1]
  for (let y = box.top; y < box.bottom; y++) {
    if (y % (everyY * thick) >= longY * thick) continue
    for (let x = box.left; x < box.right; x++) if (x % (everyX * thick) < longX * thick) words[y * width + x] = word
  }
}

/** How far (x, y) is outside a triangle of half the height `size` that points up; negative inside. */
const triangle = (x: number, y: number, size: number): number =>
  Math.max(y - 0.7 * size, (2 * Math.abs(x) - (y + size)) / Math.sqrt(5))
