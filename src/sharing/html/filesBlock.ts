import { fromUint8Array } from 'js-base64'
import type { Limits } from '../../experiment'
import type { FilesOfCells } from '../filesOfCells'
import { SHARING_TEXTS as TEXTS } from '../texts'

/** The files that cells of a page read: each once, and by the place of a cell which of them have which names there. */
export interface PageFiles {
  /** base64 */
  readonly contents: readonly string[]
  readonly cells: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** by the place of a cell: why what it reads is not in the page */
  readonly missing: Readonly<Record<string, string>>
  /** what cells may ask of the machine: as much as where the page was made */
  readonly limits: Limits
}

/** Bytes of data that a page takes along: a browser reads all of it before the page runs. */
const MOST_PAGE_BYTES = 20_000_000

/** What cells read, as JSON; of what could not be read, or is too much for a page, why, so that its cells say so. */
export function filesBlock(files: FilesOfCells, limits: Limits, most = MOST_PAGE_BYTES): Uint8Array {
  const { contents, cells, missing } = placed(files, most)
  const block: PageFiles = { contents: contents.map(file => fromUint8Array(file)), cells, missing, limits }
  return new TextEncoder().encode(JSON.stringify(block))
}

/** By the place of a cell: why what it reads is not in the page. */
export const unreadFiles = (files: FilesOfCells): PageFiles['missing'] => placed(files, MOST_PAGE_BYTES).missing

/** The same with the contents as they are. */
type Placed = Omit<PageFiles, 'contents' | 'limits'> & { readonly contents: readonly Uint8Array[] }

function placed(files: FilesOfCells, most: number): Placed {
  const contents = new Contents(most)
  const cells: Record<string, Readonly<Record<string, number>>> = {}
  const missing: Record<string, string> = {}
  for (const [place, named] of Object.entries(files)) {
    if (typeof named === 'string') missing[place] = named
    else if (!contents.hasRoomFor(Object.values(named))) missing[place] = TEXTS.tooMuchData(most)
    else cells[place] = Object.fromEntries(Object.entries(named).map(([name, bytes]) => [name, contents.placeOf(bytes)])) // prettier-ignore
  }
  return { contents: contents.all, cells, missing }
}

/** Each content once. */
class Contents {
  readonly all: Uint8Array[] = []
  private bytes = 0

  constructor(private readonly most: number) {}

  hasRoomFor(files: readonly Uint8Array[]): boolean {
    const fresh: Uint8Array[] = []
    for (const file of files) if (indexIn(this.all, file) < 0 && indexIn(fresh, file) < 0) fresh.push(file)
    return this.bytes + fresh.reduce((sum, { length }) => sum + length, 0) <= this.most
  }

  placeOf(file: Uint8Array): number {
    const known = indexIn(this.all, file)
    if (known >= 0) return known
    this.bytes += file.length
    return this.all.push(file) - 1
  }
}

const indexIn = (all: readonly Uint8Array[], file: Uint8Array): number =>
  all.findIndex(other => other.length === file.length && other.every((byte, i) => byte === file[i]))
