import { buf as crc32 } from 'crc-32'
import { TEXTS } from '../texts/texts'

/** A file in a ZIP archive. */
export interface ZipMember {
  readonly name: string
  /** 0: stored, 8: deflated */
  readonly method: number
  readonly crc: number
  /** bytes as they are packed: a view */
  readonly packed: Uint8Array
  /** bytes unpacked */
  readonly size: number
}

const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1

/**
 * The files of a ZIP archive (PKWARE's APPNOTE 6.3, without ZIP64) by its directory, in its order; nothing is unpacked. Throws a
 * `RangeError` for an archive that is cut off or damaged, and for encrypted files.
 */
export function zipMembers(file: string, bytes: Uint8Array): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(file, view)
  const members: ZipMember[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw damaged(file)
    const next = at + ENTRY_BYTES + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
    if (next > end) throw damaged(file)
    members.push(memberAt(file, view, at))
    at = next
  }
  return members
}

const damaged = (file: string): RangeError => new RangeError(TEXTS.npy.damagedDirectory(file))

/** Where the archive's last record begins; only a comment may follow it. */
function endOf(file: string, view: DataView): number {
  const least = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= least; at--) if (view.getUint32(at, true) === END) return at
  throw new RangeError(TEXTS.file.cutOff(file))
}

function memberAt(file: string, view: DataView, at: number): ZipMember {
  const nameLength = view.getUint16(at + 28, true)
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const name = nameOf(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength))
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new RangeError(TEXTS.npy.encrypted(file))
  const local = view.getUint32(at + 42, true)
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL) throw damaged(file)
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = bytes.subarray(start, start + view.getUint32(at + 20, true))
  if (packed.length !== view.getUint32(at + 20, true)) throw damaged(file)
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size: view.getUint32(at + 24, true)
  }
}

/** Names beyond ASCII are UTF-8, as Python writes them. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  }
}

/** Whether stored bytes are those that were put in. */
export const matchesCrc = ({ crc, packed }: ZipMember): boolean => crc32(packed) >>> 0 === crc
