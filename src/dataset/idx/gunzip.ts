import { gunzipSync } from 'fflate'

const LEAST_GZIP_BYTES = 18

/**
 * The bytes as they are, or what they unpack to where they begin as gzip does (1f 8b, RFC 1952), whatever the file's name.
 * Throws a `RangeError` when that is more than `most` bytes (told by the file's end before anything is unpacked) or damaged.
 */
export function unpacked(file: string, bytes: Uint8Array, most: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const size = unpackedSize(bytes)
  if (size > most)
    throw new RangeError(
      `${file} unpacks to ${size.toLocaleString('en-US')} bytes, above the limit of ${most.toLocaleString('en-US')} (setting gradnb.limits.fileBytes)`
    )
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new RangeError(`${file} is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The last four bytes of gzip, the low one first. What unpacks to more is cut off there, so no file can take more room. */
function unpackedSize(bytes: Uint8Array): number {
  if (bytes.length < LEAST_GZIP_BYTES) return 0
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true)
}
