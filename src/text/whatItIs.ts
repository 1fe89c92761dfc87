import { headOf, latin1, type Advice, type FileKind, type WantedFile } from './fileKind'
import { FILE_KINDS, ZIP_KINDS } from './fileKinds'
import { TEXTS } from './texts'

/** A kind of file by its first bytes. */
export type KnownFile = Omit<FileKind, 'matches'>

/** What the file is, as far as its first bytes (of archives also its last) tell; null where they don't. */
export function whatItIs(bytes: Uint8Array): KnownFile | null {
  if (isZip(bytes)) return zipKind(bytes)
  const head = headOf(bytes)
  return FILE_KINDS.find(kind => kind.matches(head)) ?? null
}

/** "x.gz is a web page, not an IDX file: open …"; null where nothing speaks against the file that is wanted. */
export function strangerSentence(file: string, bytes: Uint8Array, wanted: WantedFile): string | null {
  if (bytes.length === 0 && wanted !== 'csv') return TEXTS.empty(file)
  const kind = whatItIs(bytes)
  if (kind === null || kind.takenBy === wanted) return null
  return TEXTS.otherKind(file, kind.is, TEXTS.wanted[wanted], adviceFor(kind.advice, wanted))
}

const adviceFor = (advice: Advice, wanted: WantedFile): string =>
  typeof advice === 'string' ? advice : wanted === 'safetensors' ? advice.weights : advice.data

const isZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))

/** Where the names of an archive's files are: the first at its start, all of them at its end. */
const NAMES_AT_START = 4096
const NAMES_AT_END = 65536

function zipKind(bytes: Uint8Array): KnownFile {
  const names = latin1(bytes.subarray(0, NAMES_AT_START)) + latin1(bytes.subarray(-NAMES_AT_END))
  return ZIP_KINDS.find(({ holds }) => holds.test(names))!
}
