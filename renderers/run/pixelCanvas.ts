import type { Picture } from './picture'

/** The picture as a canvas, which Vega draws without having to load anything. */
export function pixelCanvas({ width, height, pixels }: Picture): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0)
  return canvas
}
