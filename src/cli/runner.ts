import type { Output } from '../notebook'
import type { RunClient, RunPool } from '../worker'
import type { CellText } from './input'
import type { Remarks } from './remarks'
import type { TerminalText } from './terminal'

/** How cells are run. */
export interface CellOptions {
  readonly json: boolean
  /** whether JSON has the whole record of each of many runs, too */
  readonly records: boolean
  /** how a run is told where JSON is not asked for */
  readonly text: TerminalText
  readonly remarks: Remarks
  readonly allowOutside: boolean
  readonly wantsWeights: boolean
}

/** Who runs the cells of a file. */
export interface Runner extends CellOptions {
  readonly file: string
  readonly client: RunClient
  /** for cells of many runs */
  readonly pool: RunPool
  readonly signal: AbortSignal
  /** what a cell with that text shows now */
  outputsOf(text: string): readonly Output[]
}

/** What came of a cell. */
export interface CellResult {
  readonly cell: CellText
  readonly failed: boolean
  /** what it shows from now on; null: what it showed before */
  readonly outputs: readonly Output[] | null
  /** a safetensors file, if it was asked for and the run had an end */
  readonly weights?: Uint8Array
  /** Tells the person at the terminal. */
  tell(): Promise<void>
}
