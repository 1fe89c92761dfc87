/** Data as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const FORMAT_VERSION = 1

export type CellKind = 'markdown' | 'experiment'

/** One representation of an output: JSON for JSON types, text for all others. */
export interface OutputItem {
  readonly mime: string
  readonly data: Json
  /** keys this version does not know, kept through open and save */
  readonly extra?: JsonObject
}

export interface Output {
  readonly items: readonly OutputItem[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
  /** what the file has in the place of an output where that is none; it goes back there, and `items` is empty */
  readonly damaged?: Json
}

export interface Cell {
  readonly id: string
  readonly kind: CellKind
  readonly source: string
  readonly outputs: readonly Output[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
}

export interface Notebook {
  readonly metadata: JsonObject
  readonly cells: readonly Cell[]
  /** keys this version does not know, kept through open and save */
  readonly extra: JsonObject
  /** entries of "outputs" that belong to no cell or are no list, by their keys; kept through open and save */
  readonly orphans?: JsonObject
}
