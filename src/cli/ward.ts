import type { Limits } from '../experiment'
import type { RunClient } from '../worker'
import type { Place } from './cellFiles'
import type { CellText } from './input'
import type { NotebookFile } from './notebookFile'
import type { Remarks } from './remarks'

/** What all examinations of a file share. */
export interface Ward {
  readonly file: string
  readonly client: RunClient
  readonly signal: AbortSignal
  readonly place: Place
  readonly remarks: Remarks
  /** what cells may ask of this machine */
  readonly limits: Limits
  /** whether remedies are tried, and how many runs they may take */
  readonly fixes: boolean
  readonly budget: number
  /** where cells that helped go; null: nowhere */
  readonly notebook: NotebookFile | null
  /** the experiment cells of the file as it was read */
  readonly cells: readonly CellText[]
  /** the texts of all experiment cells, also of those that were added */
  readonly texts: string[]
}
