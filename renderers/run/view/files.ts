import { fromUint8Array } from 'js-base64'
import { element } from './dom'
import type { Post } from './post'

/** Saves a file by the extension, which asks where; where no messages reach it, as a download. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, mime: string, post: Post | null): void {
  if (post) post({ type: 'save', name, data: fromUint8Array(bytes) })
  else download(name, new Blob([bytes], { type: mime }))
}

/** Letters, digits and single dashes: a file's name anywhere. */
export const fileNameOf = (title: string, otherwise: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || otherwise

/** False where the browser gives no access to the clipboard. */
export async function copyPicture(png: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })])
    return true
  } catch {
    return false
  }
}

function download(name: string, blob: Blob): void {
  const link = element('a', '')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
