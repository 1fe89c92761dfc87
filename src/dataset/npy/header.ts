import { visibleLine } from '../../text'
import { numberType, type NumberType } from './numberType'
import { TEXTS } from '../texts/texts'

/** What the header of a NumPy array tells. */
export interface NpyHeader {
  readonly type: NumberType
  /** the first dimension fastest, as Fortran has it, or the last one, as C has it */
  readonly fortran: boolean
  /** [dimensions] */
  readonly shape: readonly number[]
  /** where the numbers begin */
  readonly length: number
}

const MAGIC_BYTES = 6
const PREFIX_BYTES = 10
const LONGEST = 4000

/**
 * Reads the header of an .npy file, versions 1.0 to 3.0 (NumPy Enhancement Proposal 1): the magic, the version, the length of a
 * Python dict, and the dict. `bytes`: what the file begins with. Throws a `RangeError` for other files and for arrays that do not hold
 * plain numbers.
 */
export function readNpyHeader(file: string, bytes: Uint8Array): NpyHeader {
  if (bytes.length < PREFIX_BYTES || !isNpy(bytes)) throw new RangeError(TEXTS.npy.noArray(file))
  const { start, length } = dictPlace(file, bytes)
  if (length > LONGEST) throw structured(file)
  if (start + length > bytes.length) throw new RangeError(TEXTS.file.cutOffInHeader(file))
  const dict = latin1(bytes.subarray(start, start + length))
  return { ...readDict(file, dict), length: start + length }
}

const isNpy = (bytes: Uint8Array): boolean => [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, i) => bytes[i] === byte)

/** Version 1 tells the length in two bytes, the others in four. */
function dictPlace(file: string, bytes: Uint8Array): { start: number; length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const version = bytes[MAGIC_BYTES]!
  if (version === 1) return { start: PREFIX_BYTES, length: view.getUint16(8, true) }
  if (version !== 2 && version !== 3) throw new RangeError(TEXTS.npy.unknownVersion(file, version))
  if (bytes.length < PREFIX_BYTES + 2) throw new RangeError(TEXTS.file.cutOffInHeader(file))
  return { start: PREFIX_BYTES + 2, length: view.getUint32(8, true) }
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, byte => String.fromCharCode(byte)).join('')

const STRUCTURED = /'descr'\s*:\s*[[(]/
const DESCR = /'descr'\s*:\s*'([^']*)'/
const FORTRAN = /'fortran_order'\s*:\s*(True|False)/
const SHAPE = /'shape'\s*:\s*\(\s*((?:\d+L?\s*,\s*)*(?:\d+L?\s*)?)\)/

function readDict(file: string, dict: string): Omit<NpyHeader, 'length'> {
  if (STRUCTURED.test(dict)) throw structured(file)
  const [descr, fortran, shape] = [DESCR, FORTRAN, SHAPE].map(pattern => pattern.exec(dict)?.[1])
  if (descr === undefined || fortran === undefined || shape === undefined)
    throw new RangeError(TEXTS.npy.damagedHeader(file, visibleLine(JSON.stringify(dict.trim().slice(0, 80)))))
  return {
    type: numberType(file, descr),
    fortran: fortran.startsWith('T'),
    shape: (shape.match(/\d+/g) ?? []).map(Number)
  }
}

const structured = (file: string): RangeError => new RangeError(TEXTS.npy.records(file))
