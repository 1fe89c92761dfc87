import type { Advice } from './fileKind'

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

/** What a kind of file is, and what to do about it where another is wanted. */
interface KindText {
  readonly is: string
  readonly advice: Advice
}

const KINDS = {
  safetensors: { is: 'a safetensors file', advice: 'it holds weights, which initializer: {safetensors: …} reads' },
  numpyArray: {
    is: 'a NumPy array',
    advice: {
      weights:
        'in Python, write the weights with safetensors.numpy.save_file({"0.weight": …, "0.bias": …}, "net.safetensors")',
      data: 'read it with dataset: {npy: {inputs: …, labels: …}}'
    }
  },
  idx: { is: 'an IDX file', advice: { weights: WEIGHTS, data: 'read it with dataset: {idx: {images: …, labels: …}}' } },
  webPage: { is: 'a web page', advice: FETCH },
  xml: { is: 'an XML document, perhaps a server’s message', advice: FETCH },
  gitLfs: { is: 'a Git LFS pointer', advice: 'run git lfs pull to fetch the file it stands for' },
  gitAnnex: { is: 'a git-annex pointer', advice: 'run git annex get to fetch the file it stands for' },
  gzip: { is: 'packed with gzip', advice: 'unpack it first (gunzip)' },
  sevenZip: { is: 'a 7z archive', advice: UNPACK },
  rar: { is: 'a RAR archive', advice: UNPACK },
  xz: { is: 'an xz archive', advice: UNPACK },
  bzip2: { is: 'a bzip2 archive', advice: UNPACK },
  zstandard: { is: 'a Zstandard archive', advice: UNPACK },
  lz4: { is: 'an LZ4 archive', advice: UNPACK },
  compress: { is: 'a compress archive (.Z)', advice: UNPACK },
  tar: { is: 'a tar archive', advice: UNPACK },
  parquet: { is: 'a Parquet file', advice: TABLE },
  arrow: { is: 'an Arrow file', advice: TABLE },
  feather: { is: 'a Feather file', advice: TABLE },
  orc: { is: 'an ORC file', advice: TABLE },
  avro: { is: 'an Avro file', advice: TABLE },
  sqlite: { is: 'a SQLite database', advice: TABLE },
  spss: { is: 'an SPSS file', advice: TABLE },
  stata: { is: 'a Stata file', advice: TABLE },
  sas: { is: 'a SAS file', advice: TABLE },
  rData: { is: 'an R data file', advice: TABLE },
  json: { is: 'JSON', advice: TABLE },
  oldExcel: { is: 'an old Excel workbook (.xls)', advice: SHEET },
  rtf: { is: 'a rich text document', advice: SHEET },
  pdf: { is: 'a PDF document', advice: 'the data must be in a file of their own' },
  hdf5: {
    is: 'an HDF5 file',
    advice: {
      ...ARRAYS,
      weights: 'in Python, write its arrays with safetensors.numpy.save_file; transpose the kernels of Keras (kernel.T)'
    }
  },
  matlab: { is: 'a MATLAB file', advice: ARRAYS },
  gguf: { is: 'a GGUF file', advice: ARRAYS },
  pickle: { is: 'a Python pickle', advice: ARRAYS },
  png: { is: 'a PNG picture', advice: PICTURE },
  jpeg: { is: 'a JPEG picture', advice: PICTURE },
  gif: { is: 'a GIF picture', advice: PICTURE },
  tiff: { is: 'a TIFF picture', advice: PICTURE },
  webP: { is: 'a WebP picture', advice: PICTURE },
  zeros: { is: 'a file of zeros, as an interrupted download leaves', advice: 'download it again' },
  text: { is: 'text', advice: { weights: WEIGHTS, data: 'CSV is read with dataset: {csv: …, target: …}' } },
  excel: { is: 'an Excel workbook', advice: SHEET },
  ods: { is: 'a spreadsheet (.ods)', advice: SHEET },
  word: { is: 'a Word document', advice: SHEET },
  pytorch: {
    is: 'a PyTorch checkpoint',
    advice: {
      ...ARRAYS,
      data: 'in Python, load it and write the arrays with numpy.save("inputs.npy", tensor.numpy())'
    }
  },
  keras: {
    is: 'a Keras model',
    advice: {
      ...ARRAYS,
      weights: 'in Python, write its arrays with safetensors.numpy.save_file; transpose the kernels (kernel.T)'
    }
  },
  npz: {
    is: 'NumPy arrays in an archive (.npz)',
    advice: {
      weights:
        'in Python, write its arrays with safetensors.numpy.save_file(dict(numpy.load("net.npz")), "net.safetensors")',
      data: 'read it with dataset: {npy: {inputs: data.npz/x, labels: data.npz/y}}, x and y being the names of its arrays'
    }
  },
  zip: { is: 'a ZIP archive', advice: UNPACK }
} satisfies Readonly<Record<string, KindText>>

/** What is said of files that are of another kind than is wanted, and of limits, in English; every other file of the room names a text. */
export const TEXTS = {
  kinds: KINDS,
  wanted: {
    csv: 'CSV',
    idx: 'an IDX file',
    npy: 'a NumPy array',
    safetensors: 'a safetensors file'
  },
  empty: (file: string) => `${file} is empty: download it again`,
  raisedBy: (limit: string, option: string) =>
    `the setting gradnb.limits.${limit} in VS Code, ${option} on the command line`,
  otherKind: (file: string, is: string, wanted: string, advice: string) => `${file} is ${is}, not ${wanted}: ${advice}`
}

/** How long something takes. */
export const DURATION = {
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`
}
