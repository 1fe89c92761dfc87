import { fromUint8Array } from 'js-base64'
import type { FilesOfCells } from '../filesOfCells'

/** The files that cells of a page read: each once, and by the place of a cell which of them have which names there. */
export interface PageFiles {
  /** base64 */
  readonly contents: readonly string[]
  readonly cells: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** What cells read, as JSON; those that could not be read are left out, so that their cells say so when they are run. */
export function filesBlock(files: FilesOfCells): Uint8Array {
  const contents: string[] = []
  const placeOf = (bytes: Uint8Array): number => {
    const content = fromUint8Array(bytes)
    const known = contents.indexOf(content)
    return known >= 0 ? known : contents.push(content) - 1
  }
  const cells = Object.entries(files).flatMap(([place, named]) =>
    typeof named === 'string'
      ? []
      : [[place, Object.fromEntries(Object.entries(named).map(([name, bytes]) => [name, placeOf(bytes)]))] as const]
  )
  const block: PageFiles = { contents, cells: Object.fromEntries(cells) }
  return new TextEncoder().encode(JSON.stringify(block))
}
