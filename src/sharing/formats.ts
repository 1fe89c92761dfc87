/** What a notebook can be exported as, and how its file's name ends, or that of its folder. */
export const FORMATS = { md: '.md', ipynb: '.ipynb', pytorch: '_pytorch', csv: '.csv', json: '.json' } as const
export type Format = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[]

/** Those that are a folder of files. */
export const isFolder = (format: Format): boolean => format === 'pytorch'

/** Whether the files are needed which cells read. */
export const readsFiles = (format: Format, pytorch: boolean): boolean => format === 'pytorch' || pytorch
