import { unzlibSync } from 'fflate'
import { toUint8Array } from 'js-base64'

/** A picture's colours and opacity, a byte each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** [height × width × 3] */
  readonly rgb: Uint8Array
  /** [height × width] */
  readonly opacity: Uint8Array
}

/** Reads a PNG that `pngUrl` wrote: 8 bits, indexed or with opacity, lines unfiltered or like the one above. */
export function pngPixels(url: string): Pixels {
  const bytes = toUint8Array(url.replace(/^data:image\/png;base64,/, ''))
  const chunks = chunksOf(bytes)
  const header = new DataView(chunks['IHDR']!.buffer, chunks['IHDR']!.byteOffset)
  const [width, height] = [header.getUint32(0), header.getUint32(4)]
  const palette = chunks['PLTE']
  const stride = width * (palette ? 1 : 4)
  const values = unfiltered(unzlibSync(chunks['IDAT']!), stride, height)
  const [rgb, opacity] = [new Uint8Array(width * height * 3), new Uint8Array(width * height)]
  for (let i = 0; i < width * height; i++) {
    const [colors, at] = palette ? [palette, values[i]! * 3] : [values, i * 4]
    rgb.set(colors.subarray(at, at + 3), i * 3)
    opacity[i] = palette ? (chunks['tRNS']?.[values[i]!] ?? 255) : values[at + 3]!
  }
  return { width, height, rgb, opacity }
}

function chunksOf(bytes: Uint8Array): Partial<Record<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const chunks: Record<string, Uint8Array> = {}
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at)
    chunks[String.fromCharCode(...bytes.subarray(at + 4, at + 8))] = bytes.subarray(at + 8, at + 8 + length)
    at += length + 12
  }
  return chunks
}

function unfiltered(lines: Uint8Array, stride: number, height: number): Uint8Array {
  const values = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const isRepeated = lines[y * (stride + 1)] === 2
    const line = isRepeated
      ? values.subarray((y - 1) * stride, y * stride)
      : lines.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1))
    values.set(line, y * stride)
  }
  return values
}
