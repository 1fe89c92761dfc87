import type { Picture } from '../paint/picture'

/** A canvas with the picture's pixels, which Vega draws without having to load anything. */
export function pictureCanvas({ width, height, pixels }: Picture): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0)
  return canvas
}
