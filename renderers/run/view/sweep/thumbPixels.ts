import { thumbRaster, type PlacedThumb, type ThumbColors } from '../../chart/sweep/placedThumbs'
import { element } from '../dom'

/** The pixels of `thumbs` on one canvas of `width` × `height` px, `density` of them a px. */
export function thumbPixels(
  { width, height }: { readonly width: number; readonly height: number },
  thumbs: readonly PlacedThumb[],
  colors: ThumbColors,
  density: number
): HTMLCanvasElement {
  const canvas = element('canvas', 'gradnb-thumbs')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')!
  for (const thumb of thumbs) {
    const { pixels, ...made } = thumbRaster(thumb, colors, density)
    const { x, y } = thumb.picture
    context.putImageData(
      new ImageData(pixels, made.width, made.height),
      Math.round(x * density),
      Math.round(y * density)
    )
  }
  return canvas
}
