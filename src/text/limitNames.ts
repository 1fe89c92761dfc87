import { TEXTS } from './texts'

/** A limit's name as words of an option or a variable: "data-numbers" of "dataNumbers". */
const dashed = (limit: string): string => limit.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** The option of the command line that raises a limit of cells. */
export const limitOption = (limit: string): string => `--max-${dashed(limit)}`

/** The variable of the environment that does the same. */
export const limitVariable = (limit: string): string => `GRADNB_MAX_${dashed(limit).toUpperCase().replaceAll('-', '_')}`

/** Where a person raises a limit. */
export const howToRaise = (limit: string): string => TEXTS.raisedBy(limit, limitOption(limit))
