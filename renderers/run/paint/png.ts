import { zlibSync } from 'fflate'
import { fromUint8Array } from 'js-base64'
import type { Picture } from './picture'

/**
 * The picture as a data: URL of a PNG file (RFC 2083), without any canvas, so that a chart can be made outside a
 * browser.
 */
export function pngUrl(picture: Picture): string {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, picture.width)
  view.setUint32(4, picture.height)
  header.set([8, 6, 0, 0, 0], 8) // 8 bits, colour with opacity, deflate, no filters, not interlaced
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(lines(picture))),
    chunk('IEND', new Uint8Array(0))
  ]
  return `data:image/png;base64,${fromUint8Array(joined(parts))}`
}

/** Each line of pixels after a zero that says "unfiltered". */
function lines({ width, height, pixels }: Picture): Uint8Array {
  const stride = width * 4
  const bytes = new Uint8Array(height * (stride + 1))
  for (let y = 0; y < height; y++) bytes.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  return bytes
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
