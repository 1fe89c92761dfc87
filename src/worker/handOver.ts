import type { Files } from '../experiment'

/** Files with buffers of their own, and the list of these buffers. */
export interface HandedOver {
  readonly files: Files
  readonly buffers: readonly ArrayBuffer[]
}

/**
 * `files` ready to be given away with a message, instead of copied: the sender's arrays are empty afterwards. Bytes that are a part of
 * a larger buffer, which others may use, are copied first.
 */
export function handedOver(given: Files): HandedOver {
  const files = Object.fromEntries(Object.entries(given).map(([name, bytes]) => [name, alone(bytes)]))
  const buffers = new Set(Object.values(files).map(({ buffer }) => buffer as ArrayBuffer))
  return { files, buffers: [...buffers] }
}

function alone(bytes: Uint8Array): Uint8Array {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return whole ? bytes : new Uint8Array(bytes)
}
