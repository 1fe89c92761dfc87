import { TEXTS } from './texts'

const { column: TEXT } = TEXTS

/** "init" or "epoch 12"; nothing for what has not been recorded, -1. */
export const columnName = (column: number): string => (column < 0 ? '' : column === 0 ? TEXT.init : TEXT.epoch(column))

/** The same where there is room to say what init is. */
export const columnTitle = (column: number): string => (column === 0 ? TEXT.initInFull : columnName(column))
