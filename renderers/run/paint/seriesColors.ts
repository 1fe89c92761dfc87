import { isDark, type ThemeKind } from './theme'

/** A line among others: its colour, and dashes that tell it where colours do not. */
export interface SeriesStyle {
  readonly color: string
  readonly dash: string
}

/** Okabe and Ito's colours, which all common colour blindnesses tell apart, darker on light and lighter on dark backgrounds. */
const LIGHT = ['#0066a6', '#c04a00', '#007a59', '#a8408a', '#6b5d00', '#333333']
const DARK = ['#56b4e9', '#f08a3c', '#3fd1a5', '#e59bc9', '#e6d84a', '#e0e0e0']
const DASHES = ['none', '7 3', '2 2', '9 3 2 3', '4 4', '1 3']

/** As many groups are told apart by colour and dashes. */
export const MOST_SERIES = LIGHT.length

export const seriesStyle = (kind: ThemeKind, place: number): SeriesStyle => ({
  color: (isDark(kind) ? DARK : LIGHT)[place % MOST_SERIES]!,
  dash: DASHES[place % MOST_SERIES]!
})
