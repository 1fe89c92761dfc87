/** What a notebook can be exported as, and how its file's name ends. */
export const FORMATS = { md: '.md', ipynb: '.ipynb', csv: '.csv', json: '.json' } as const
export type Format = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[]
