import { marked, markedBinary, reads, type FileKind } from './fileKind'
import { TEXTS } from './texts'

const { kinds: KINDS } = TEXTS

/** The first element of an HTML page, comments before it aside. */
const PAGE = /^\s*(<!--((?!-->)[^])*-->\s*)*<(!doctype\s+html|html|head|title|meta|body|script|style|div)[\s>/]/i

/** Characters that no text has. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

const isIdx: FileKind['matches'] = ({ bytes: [first, second, type = 0, dimensions = 0] }) =>
  first === 0 && second === 0 && [8, 9, 11, 12, 13, 14].includes(type) && dimensions > 0 && dimensions < 9

/** A header's length of less than 2^48 bytes, and its first brace. */
const isSafetensors: FileKind['matches'] = ({ bytes }) => bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0x7b

/**
 * The kinds that their first bytes give away, those with the longest marks first: a safetensors file may begin with any two bytes; ZIP archives are told apart by `ZIP_KINDS`.
 */
export const FILE_KINDS: readonly FileKind[] = [
  { ...KINDS.safetensors, takenBy: 'safetensors', matches: isSafetensors },
  { ...KINDS.numpyArray, takenBy: 'npy', ...marked('\x93NUMPY') },
  { ...KINDS.idx, takenBy: 'idx', matches: isIdx },
  { ...KINDS.webPage, ...reads(PAGE) },
  { ...KINDS.xml, ...reads(/^\s*<(\?xml|error|svg)[\s>]/i) },
  { ...KINDS.gitLfs, ...reads(/^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//) },
  { ...KINDS.gitAnnex, ...reads(/^\S*\/annex\/objects\//) },
  { ...KINDS.gzip, ...marked('\x1f\x8b') },
  { ...KINDS.sevenZip, ...marked('7z\xbc\xaf\x27\x1c') },
  { ...KINDS.rar, ...marked('Rar!\x1a\x07') },
  { ...KINDS.xz, ...marked('\xfd7zXZ\0') },
  { ...KINDS.bzip2, ...reads(/^BZh[1-9](1AY&SY|\x17rE8P\x90)/) },
  { ...KINDS.zstandard, ...marked('\x28\xb5\x2f\xfd') },
  { ...KINDS.lz4, ...marked('\x04\x22\x4d\x18') },
  { ...KINDS.compress, ...marked('\x1f\x9d') },
  { ...KINDS.tar, ...marked('ustar', 257) },
  { ...KINDS.parquet, ...markedBinary('PAR1') },
  { ...KINDS.arrow, ...markedBinary('ARROW1') },
  { ...KINDS.feather, ...markedBinary('FEA1') },
  { ...KINDS.orc, ...markedBinary('ORC') },
  { ...KINDS.avro, ...marked('Obj\x01') },
  { ...KINDS.sqlite, ...marked('SQLite format 3\0') },
  { ...KINDS.spss, ...markedBinary('$FL2@(#)') },
  { ...KINDS.stata, ...marked('<stata_dta>') },
  { ...KINDS.sas, ...marked('\xc2\xea\x81\x60\xb3\x14\x11\xcf', 12) },
  { ...KINDS.rData, matches: head => head.isBinary && /^(RD[ABX][23]\n)?[XB]\n/.test(head.text) },
  { ...KINDS.json, ...reads(/^\s*(\{\s*"|\[\s*[[{"\d-])/) },
  { ...KINDS.oldExcel, ...marked('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  { ...KINDS.rtf, ...reads(/^\{\\rtf/) },
  { ...KINDS.pdf, ...marked('%PDF-') },
  { ...KINDS.hdf5, ...marked('\x89HDF\r\n\x1a\n') },
  { ...KINDS.matlab, ...marked('MATLAB 5.0 MAT-file') },
  { ...KINDS.gguf, ...markedBinary('GGUF') },
  { ...KINDS.pickle, ...reads(/^\x80[\x02-\x05]/) },
  { ...KINDS.png, ...marked('\x89PNG') },
  { ...KINDS.jpeg, ...marked('\xff\xd8\xff') },
  { ...KINDS.gif, ...reads(/^GIF8[79]a/) },
  { ...KINDS.tiff, ...marked('II*\0') },
  { ...KINDS.tiff, ...marked('MM\0*') },
  { ...KINDS.webP, ...marked('WEBP', 8) },
  { ...KINDS.zeros, matches: ({ bytes }) => bytes.length >= 16 && bytes.every(byte => byte === 0) },
  {
    ...KINDS.text,
    takenBy: 'csv',
    matches: ({ bytes, text }) => bytes.length > 0 && !CONTROLS.test(text) && !bytes.includes(0)
  }
]

/** Archives in the form of ZIP, by the names of the files in them. */
export const ZIP_KINDS: readonly (Omit<FileKind, 'matches'> & { readonly holds: RegExp })[] = [
  { ...KINDS.excel, holds: /xl\/workbook/ },
  { ...KINDS.ods, holds: /application\/vnd\.oasis\.opendocument\.spreadsheet/ },
  { ...KINDS.word, holds: /word\/document/ },
  { ...KINDS.pytorch, holds: /\/data\.pkl|constants\.pkl/ },
  { ...KINDS.keras, holds: /model\.weights\.h5/ },
  { ...KINDS.npz, takenBy: 'npy', holds: /\.npy/ },
  { ...KINDS.zip, holds: /^/ }
]
