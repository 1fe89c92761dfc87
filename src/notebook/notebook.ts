/** Data as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A mapping among such data. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Version of the file: a newer one is refused. */
export const FORMAT_VERSION = 1

/** What a cell holds: CommonMark, or YAML. */
export type CellKind = 'markdown' | 'experiment'

/** One representation of an output: JSON for JSON types, text for all others. */
export interface OutputItem {
  readonly mime: string
  readonly data: Json
  /** keys this version does not know, kept through open and save */
  readonly extra?: JsonObject
}

/** An output of a cell: one thing in several forms, of which the first that can be shown is. */
export interface Output {
  readonly items: readonly OutputItem[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
  /** what the file has in the place of an output where that is none; it goes back there, and `items` is empty */
  readonly damaged?: Json
}

/** A cell of prose or an experiment, with what it showed last. */
export interface Cell {
  readonly id: string
  readonly kind: CellKind
  readonly source: string
  readonly outputs: readonly Output[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
}

/** A .gradnb file, with all that was in it. */
export interface Notebook {
  readonly metadata: JsonObject
  readonly cells: readonly Cell[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
  /** entries of "outputs" that belong to no cell or are no list, by their keys; kept through open and save */
  readonly orphans?: JsonObject
}
