import { element } from './dom'

/** Gives bytes away as a file. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
  element('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS)
}

/** The browser has taken it by then. */
const KEPT_MS = 60_000
