import { zlibSync } from 'fflate'
import { fromUint8Array } from 'js-base64'
import { joinedBytes } from '../../../src/record'
import type { Picture } from './picture'

/**
 * The picture as a data: URL of a PNG file (RFC 2083), without any canvas, so that a chart can be made outside a
 * browser.
 */
export function pngUrl(picture: Picture): string {
  const colors = colorsOf(picture)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, picture.width)
  view.setUint32(4, picture.height)
  header.set([8, colors ? INDEXED : WITH_OPACITY, 0, 0, 0], 8) // 8 bits, deflate, filters, not interlaced
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(colors ? paletteChunks(colors) : []),
    chunk(
      'IDAT',
      zlibSync(colors ? lines(indices(picture, colors), picture.width) : lines(picture.pixels, picture.width * 4))
    ),
    chunk('IEND', new Uint8Array(0))
  ]
  return `data:image/png;base64,${fromUint8Array(joinedBytes(parts))}`
}

const INDEXED = 3
const WITH_OPACITY = 6
const MOST_COLORS = 256

/** The picture's colours as words, with their place among them; null of more than a byte can count. */
function colorsOf({ words }: Picture): ReadonlyMap<number, number> | null {
  const colors = new Map<number, number>()
  let last = -1
  for (const word of words) {
    if (word === last) continue
    last = word
    if (!colors.has(word)) colors.set(word, colors.size)
    if (colors.size > MOST_COLORS) return null
  }
  return colors
}

function paletteChunks(colors: ReadonlyMap<number, number>): Uint8Array[] {
  const pixels = new Uint8Array(Uint32Array.from(colors.keys()).buffer)
  const rgb = pixels.filter((_, i) => i % 4 < 3)
  const opacity = pixels.filter((_, i) => i % 4 === 3)
  return [chunk('PLTE', rgb), chunk('tRNS', opacity)]
}

const indices = ({ words }: Picture, colors: ReadonlyMap<number, number>): Uint8Array =>
  Uint8Array.from(words, word => colors.get(word)!)

const UNFILTERED = 0
const UP = 2

/**
 * Each line of `stride` bytes after a byte that says how it is filtered. Most lines of a heatmap are the same as the one above them: their
 * differences to it are all zero, which makes the file a tenth of its size.
 */
function lines(bytes: Uint8Array | Uint8ClampedArray, stride: number): Uint8Array {
  const height = stride === 0 ? 0 : bytes.length / stride
  const made = new Uint8Array(height * (stride + 1))
  for (let y = 0; y < height; y++) {
    const line = bytes.subarray(y * stride, (y + 1) * stride)
    const isRepeated = y > 0 && repeats(bytes, y * stride, stride)
    made[y * (stride + 1)] = isRepeated ? UP : UNFILTERED
    if (!isRepeated) made.set(line, y * (stride + 1) + 1)
  }
  return made
}

/** Whether the line of bytes from `from` on is the same as the one above it. */
function repeats(bytes: Uint8Array | Uint8ClampedArray, from: number, stride: number): boolean {
  for (let i = from; i < from + stride; i++) if (bytes[i] !== bytes[i - stride]) return false
  return true
}

/** Length, type, data and the check sum of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(
    Uint8Array.from(type, letter => letter.charCodeAt(0)),
    4
  )
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
