import { visibleLine, type ArrayPath } from '../../text'
import { beginning } from '../contents'
import { inflated, inflatedBeginning, unpacked } from '../gzip'
import { matchesCrc, zipMembers, type ZipMember } from './zip'
import { TEXTS } from '../texts/texts'

/** The bytes of an array: what they begin with, and all of them. */
export interface ArrayBytes {
  /** how sentences call it: "x.npy", "data.npz/x" */
  readonly label: string
  readonly beginning: Uint8Array
  /** Unpacks them all; throws a `RangeError` where they are damaged, or more than `most`. */
  all(most: number): Uint8Array
}

/** Enough for the header of an array. */
const BEGINNING_BYTES = 4096

/**
 * The array at `path` in the bytes of its file: an .npy file, plain or gzip, or an array of an .npz archive. Unpacks no more than its
 * beginning. Throws a `RangeError` where the file is something else, or has no such array.
 */
export function arrayBytes({ file, member }: ArrayPath, bytes: Uint8Array): ArrayBytes {
  const label = visibleLine(file)
  const first = beginning(label, bytes, 'npy')
  if (isZip(bytes)) return fromArchive(label, chosen(label, zipMembers(label, bytes), member))
  if (member !== null) throw new RangeError(TEXTS.npy.singleArray(label))
  return { label, beginning: first, all: most => unpacked(label, bytes, most) }
}

const isZip = ([p, k]: Uint8Array): boolean => p === 0x50 && k === 0x4b

const EXTENSION = /\.npy$/

/** The member that is named, or the only one. */
function chosen(file: string, members: readonly ZipMember[], name: string | null): ZipMember {
  const arrays = members.filter(member => EXTENSION.test(member.name))
  const found = name === null ? arrays : arrays.filter(member => member.name.replace(EXTENSION, '') === name)
  if (found.length === 1) return found[0]!
  if (arrays.length === 0) throw new RangeError(TEXTS.npy.noArrays(file))
  const names = listed(arrays.map(member => member.name.replace(EXTENSION, '')))
  if (name !== null && found.length === 0) throw new RangeError(TEXTS.npy.noSuchArray(file, visibleLine(name), names))
  const example = visibleLine(arrays[0]!.name.replace(EXTENSION, ''))
  throw new RangeError(TEXTS.npy.severalArrays(file, names, example))
}

const MOST_LISTED = 20

const listed = (names: readonly string[]): string =>
  names.slice(0, MOST_LISTED).map(visibleLine).join(', ') + (names.length > MOST_LISTED ? ' …' : '')

const [STORED, DEFLATED] = [0, 8]

function fromArchive(file: string, member: ZipMember): ArrayBytes {
  const { name, method, packed, size } = member
  const label = `${file}/${visibleLine(name.replace(EXTENSION, ''))}`
  if (method === STORED)
    return {
      label,
      beginning: packed.subarray(0, BEGINNING_BYTES),
      all: () => {
        if (matchesCrc(member)) return packed
        throw new RangeError(TEXTS.file.wrongChecksum(label))
      }
    }
  if (method !== DEFLATED) throw new RangeError(TEXTS.npy.unusualPacking(label, method))
  const parts = asGzip(member)
  return {
    label,
    beginning: inflatedBeginning(label, parts, BEGINNING_BYTES),
    all: most => inflated(label, parts, Math.min(size, most), most)
  }
}

/** A deflated file of an archive is a gzip member but for what stands around it. */
function asGzip({ crc, packed, size }: ZipMember): Uint8Array[] {
  const end = new DataView(new ArrayBuffer(8))
  end.setUint32(0, crc, true)
  end.setUint32(4, size, true)
  return [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff), packed, new Uint8Array(end.buffer)]
}
