import { marked, markedBinary, reads, type FileKind } from './fileKind'

const FETCH = 'open its address in a browser and download the file itself'
const UNPACK = 'unpack it, and name the file that was in it'
const WEIGHTS = 'in Python, write the weights with safetensors.torch.save_file(net.state_dict(), "net.safetensors")'
const TABLE = {
  weights: WEIGHTS,
  data: 'in Python, read it with pandas and write it with to_csv("data.csv", index=False)'
}
const SHEET = { weights: WEIGHTS, data: 'open it and save the sheet as CSV (UTF-8)' }
const ARRAYS = { weights: WEIGHTS, data: 'in Python, load it and write its arrays with numpy.save("inputs.npy", …)' }
const PICTURE = {
  weights: WEIGHTS,
  data: 'pictures must be in one file, a NumPy array (.npy) or an IDX file'
}

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
  {
    is: 'a safetensors file',
    takenBy: 'safetensors',
    advice: 'it holds weights, which initializer: {safetensors: …} reads',
    matches: isSafetensors
  },
  {
    is: 'a NumPy array',
    takenBy: 'npy',
    advice: {
      weights:
        'in Python, write the weights with safetensors.numpy.save_file({"0.weight": …, "0.bias": …}, "net.safetensors")',
      data: 'read it with dataset: {npy: {inputs: …, labels: …}}'
    },
    ...marked('\x93NUMPY')
  },
  {
    is: 'an IDX file',
    takenBy: 'idx',
    advice: { weights: WEIGHTS, data: 'read it with dataset: {idx: {images: …, labels: …}}' },
    matches: isIdx
  },
  { is: 'a web page', advice: FETCH, ...reads(PAGE) },
  { is: 'an XML document, perhaps a server’s message', advice: FETCH, ...reads(/^\s*<(\?xml|error|svg)[\s>]/i) },
  {
    is: 'a Git LFS pointer',
    advice: 'run git lfs pull to fetch the file it stands for',
    ...reads(/^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//)
  },
  {
    is: 'a git-annex pointer',
    advice: 'run git annex get to fetch the file it stands for',
    ...reads(/^\S*\/annex\/objects\//)
  },
  { is: 'packed with gzip', advice: 'unpack it first (gunzip)', ...marked('\x1f\x8b') },
  { is: 'a 7z archive', advice: UNPACK, ...marked('7z\xbc\xaf\x27\x1c') },
  { is: 'a RAR archive', advice: UNPACK, ...marked('Rar!\x1a\x07') },
  { is: 'an xz archive', advice: UNPACK, ...marked('\xfd7zXZ\0') },
  { is: 'a bzip2 archive', advice: UNPACK, ...reads(/^BZh[1-9](1AY&SY|\x17rE8P\x90)/) },
  { is: 'a Zstandard archive', advice: UNPACK, ...marked('\x28\xb5\x2f\xfd') },
  { is: 'an LZ4 archive', advice: UNPACK, ...marked('\x04\x22\x4d\x18') },
  { is: 'a compress archive (.Z)', advice: UNPACK, ...marked('\x1f\x9d') },
  { is: 'a tar archive', advice: UNPACK, ...marked('ustar', 257) },
  { is: 'a Parquet file', advice: TABLE, ...markedBinary('PAR1') },
  { is: 'an Arrow file', advice: TABLE, ...markedBinary('ARROW1') },
  { is: 'a Feather file', advice: TABLE, ...markedBinary('FEA1') },
  { is: 'an ORC file', advice: TABLE, ...markedBinary('ORC') },
  { is: 'an Avro file', advice: TABLE, ...marked('Obj\x01') },
  { is: 'a SQLite database', advice: TABLE, ...marked('SQLite format 3\0') },
  { is: 'an SPSS file', advice: TABLE, ...markedBinary('$FL2@(#)') },
  { is: 'a Stata file', advice: TABLE, ...marked('<stata_dta>') },
  { is: 'a SAS file', advice: TABLE, ...marked('\xc2\xea\x81\x60\xb3\x14\x11\xcf', 12) },
  { is: 'an R data file', advice: TABLE, matches: head => head.isBinary && /^(RD[ABX][23]\n)?[XB]\n/.test(head.text) },
  { is: 'JSON', advice: TABLE, ...reads(/^\s*(\{\s*"|\[\s*[[{"\d-])/) },
  { is: 'an old Excel workbook (.xls)', advice: SHEET, ...marked('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  { is: 'a rich text document', advice: SHEET, ...reads(/^\{\\rtf/) },
  { is: 'a PDF document', advice: 'the data must be in a file of their own', ...marked('%PDF-') },
  {
    is: 'an HDF5 file',
    advice: {
      ...ARRAYS,
      weights: 'in Python, write its arrays with safetensors.numpy.save_file; transpose the kernels of Keras (kernel.T)'
    },
    ...marked('\x89HDF\r\n\x1a\n')
  },
  { is: 'a MATLAB file', advice: ARRAYS, ...marked('MATLAB 5.0 MAT-file') },
  { is: 'a GGUF file', advice: ARRAYS, ...markedBinary('GGUF') },
  { is: 'a Python pickle', advice: ARRAYS, ...reads(/^\x80[\x02-\x05]/) },
  { is: 'a PNG picture', advice: PICTURE, ...marked('\x89PNG') },
  { is: 'a JPEG picture', advice: PICTURE, ...marked('\xff\xd8\xff') },
  { is: 'a GIF picture', advice: PICTURE, ...reads(/^GIF8[79]a/) },
  { is: 'a TIFF picture', advice: PICTURE, ...marked('II*\0') },
  { is: 'a TIFF picture', advice: PICTURE, ...marked('MM\0*') },
  { is: 'a WebP picture', advice: PICTURE, ...marked('WEBP', 8) },
  {
    is: 'a file of zeros, as an interrupted download leaves',
    advice: 'download it again',
    matches: ({ bytes }) => bytes.length >= 16 && bytes.every(byte => byte === 0)
  },
  {
    is: 'text',
    takenBy: 'csv',
    advice: { weights: WEIGHTS, data: 'CSV is read with dataset: {csv: …, target: …}' },
    matches: ({ bytes, text }) => bytes.length > 0 && !CONTROLS.test(text) && !bytes.includes(0)
  }
]

/** Archives in the form of ZIP, by the names of the files in them. */
export const ZIP_KINDS: readonly (Omit<FileKind, 'matches'> & { readonly holds: RegExp })[] = [
  { is: 'an Excel workbook', advice: SHEET, holds: /xl\/workbook/ },
  { is: 'a spreadsheet (.ods)', advice: SHEET, holds: /application\/vnd\.oasis\.opendocument\.spreadsheet/ },
  { is: 'a Word document', advice: SHEET, holds: /word\/document/ },
  {
    is: 'a PyTorch checkpoint',
    advice: {
      ...ARRAYS,
      data: 'in Python, load it and write the arrays with numpy.save("inputs.npy", tensor.numpy())'
    },
    holds: /\/data\.pkl|constants\.pkl/
  },
  {
    is: 'a Keras model',
    advice: {
      ...ARRAYS,
      weights: 'in Python, write its arrays with safetensors.numpy.save_file; transpose the kernels (kernel.T)'
    },
    holds: /model\.weights\.h5/
  },
  {
    is: 'NumPy arrays in an archive (.npz)',
    takenBy: 'npy',
    advice: {
      weights:
        'in Python, write its arrays with safetensors.numpy.save_file(dict(numpy.load("net.npz")), "net.safetensors")',
      data: 'read it with dataset: {npy: {inputs: data.npz/x, labels: data.npz/y}}, x and y being the names of its arrays'
    },
    holds: /\.npy/
  },
  { is: 'a ZIP archive', advice: UNPACK, holds: /^/ }
]
