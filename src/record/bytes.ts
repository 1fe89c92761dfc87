import { unzlibSync, zlibSync } from 'fflate'
import { fromUint8Array, toUint8Array } from 'js-base64'
import { RecordError } from './parse'

/** Bytes as text: deflated by fflate (its version is pinned, so the same bytes give the same text everywhere), base64. */
export const deflate = (bytes: Uint8Array): string => fromUint8Array(zlibSync(bytes, { level: 6 }))

/** The `size` bytes that `deflate` made `text` of; a `RecordError` that names `path` where it did not. */
export function inflate(text: string, size: number, path: string): Uint8Array {
  // Deflate packs at most 1,032 to 1: a size beyond that is a lie, and must not make us reserve the memory.
  if (size > text.length * 1032) throw new RecordError(path, `${size} bytes of numbers`)
  let bytes: Uint8Array
  try {
    bytes = unzlibSync(toUint8Array(text), { out: new Uint8Array(size + 1) })
  } catch {
    throw new RecordError(path, 'deflated numbers in base64')
  }
  if (bytes.length !== size) throw new RecordError(path, `${size} bytes of numbers, not ${bytes.length}`)
  return bytes
}
