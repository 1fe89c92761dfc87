import { limitOption } from '../text'
import { limitIn, LIMIT_NAMES, limitsOnly, type LimitOptions } from './limitOptions'

/** Options that decide how a notebook is read, so that every command of a sweep needs the same. */
export interface CarriedOptions extends LimitOptions {
  readonly allowOutside?: boolean
}

/** Those of all options. */
export const carriedOf = (options: CarriedOptions): CarriedOptions => ({
  allowOutside: options.allowOutside,
  ...limitsOnly(options)
})

/** The same options as words of a further command. */
export const carriedWords = (options: CarriedOptions): string[] => [
  ...(options.allowOutside ? ['--allow-outside'] : []),
  ...LIMIT_NAMES.flatMap(name => {
    const most = limitIn(options, name)
    return most === undefined ? [] : [limitOption(name), String(most)]
  })
]
