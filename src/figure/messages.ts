import { parseChoice, type Choice } from './choice'

/** What a figure asks of the extension. Cells are named by the id that stands in their output's metadata. */
export type FromFigure =
  /** a person chose: keep it with the cell */
  | { readonly type: 'choose'; readonly cell: string; readonly choice: Choice }
  /** a figure was drawn anew: which choice does its cell hold now? */
  | { readonly type: 'ask'; readonly cell: string }
  /** a person reads a figure: said once */
  | { readonly type: 'looked' }
  /** ask for a place and write a file there; `data` is base64, as messages lose bytes */
  | { readonly type: 'save'; readonly name: string; readonly data: string }
  /** a piece of a run was taken up: the figure is this far and ready for the next; of a sweep, `columns` are the runs that are not missing */
  | { readonly type: 'drawn'; readonly stream: string; readonly columns: number }
  /** a figure is only this far: a piece did not fit, or it has just been made; that of a sweep asks for all runs that came back */
  | { readonly type: 'missing'; readonly stream: string; readonly columns: number; readonly frames: number }
  /** make a run of a sweep again (it has this digest), and answer with its record: `opened` or `notOpened` */
  | { readonly type: 'openRun'; readonly cell: string; readonly run: number; readonly digest: string }
  /** write a run of a sweep as a cell of its own below the sweep's: `extends` and what is different in it */
  | { readonly type: 'insertRun'; readonly cell: string; readonly run: number; readonly digest: string }
  /** try a remedy of what a rule found, in a cell below; null: remedies one after the other, until one helps */
  | { readonly type: 'remedy'; readonly cell: string; readonly rule: string; readonly title: string | null }
  /** show text in an editor of its own, not saved */
  | { readonly type: 'open'; readonly language: string; readonly text: string }

/** What the extension tells figures. */
export type ToFigure =
  /** all figures of a cell: what its file says was chosen, and the rules that nobody wants to hear */
  | {
      readonly type: 'chosen'
      readonly cell: string
      readonly choice: Choice | null
      readonly silenced: readonly string[]
    }
  /** the figure of a cell: open the reasons of what this rule found, and bring them into view */
  | { readonly type: 'explain'; readonly cell: string; readonly rule: string }
  /** the figure of a run or sweep under way (its output's metadata name the stream): what the record gained, see `encodePiece`, `encodeSweepPiece` */
  | { readonly type: 'piece'; readonly stream: string; readonly piece: unknown }
  /** a run of a sweep as it was made again: its record as JSON */
  | { readonly type: 'opened'; readonly cell: string; readonly run: number; readonly record: unknown }
  /** why a run could not be made again */
  | { readonly type: 'notOpened'; readonly cell: string; readonly run: number; readonly why: string }

/** A message from a webview, whose contents nobody has checked; null if it is none of ours. */
export function parseFromFigure(value: unknown): FromFigure | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, cell, rule, title, choice, name, data, language, text, stream, columns, frames, run, digest } =
    value as {
      readonly [key: string]: unknown
    }
  const chosen = parseChoice(choice)
  if (type === 'choose' && isText(cell) && chosen) return { type, cell, choice: chosen }
  if (type === 'looked') return { type }
  if (type === 'ask' && isText(cell)) return { type, cell }
  if ((type === 'openRun' || type === 'insertRun') && isText(cell) && isCount(run) && isText(digest))
    return { type, cell, run, digest }
  if (type === 'save' && isText(name) && isText(data)) return { type, name, data }
  if (type === 'open' && isText(language) && isText(text)) return { type, language, text }
  if (type === 'drawn' && isText(stream) && isCount(columns)) return { type, stream, columns }
  if (type === 'missing' && isText(stream) && isCount(columns) && isCount(frames))
    return { type, stream, columns, frames }
  if (type === 'remedy' && isText(cell) && isText(rule) && (title === null || isText(title)))
    return { type, cell, rule, title }
  return null
}

/** A message of the extension, or null. */
export function parseToFigure(value: unknown): ToFigure | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, cell, choice, silenced, stream, piece, rule, run, record, why } = value as {
    readonly [key: string]: unknown
  }
  if (type === 'chosen' && isText(cell)) return { type, cell, choice: parseChoice(choice), silenced: textsIn(silenced) }
  if (type === 'opened' && isText(cell) && isCount(run)) return { type, cell, run, record }
  if (type === 'notOpened' && isText(cell) && isCount(run) && isText(why)) return { type, cell, run, why }
  if (type === 'explain' && isText(cell) && isText(rule)) return { type, cell, rule }
  return type === 'piece' && isText(stream) ? { type, stream, piece } : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** The texts in a list; of none there are none. */
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])

const isText = (value: unknown): value is string => typeof value === 'string'
