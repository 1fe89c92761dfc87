/** What a notebook can be exported as, and how its file's name ends, or that of its folder. */
export const FORMATS = {
  html: '.html',
  md: '.md',
  ipynb: '.ipynb',
  pytorch: '_pytorch',
  pdf: '.pdf',
  tex: '_tex',
  csv: '.csv',
  json: '.json'
} as const
/** One of these formats. */
export type Format = keyof typeof FORMATS
/** All of them, in the order in which they are offered. */
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[]

/** Those that are a folder of files. */
export const isFolder = (format: Format): boolean => format === 'pytorch' || format === 'tex'

/** Whether the files are needed which cells read: where something is made that runs. */
export const readsFiles = (format: Format, { pytorch, runs }: Pick<ShareOptions, 'pytorch' | 'runs'>): boolean =>
  format === 'pytorch' || (format === 'ipynb' && pytorch) || (format === 'html' && runs)

/** What can be chosen of some formats. */
export interface ShareOptions {
  /** Markdown: pictures in the text instead of in files beside it */
  readonly embed: boolean
  /** Jupyter: experiments as PyTorch instead of as they are */
  readonly pytorch: boolean
  /** HTML: whether cells can be edited and run in the page */
  readonly runs: boolean
}

/** What is chosen where nobody chooses. */
export const DEFAULT_OPTIONS: ShareOptions = { embed: false, pytorch: false, runs: true }
