import { setTimeout as sleep } from 'node:timers/promises'
import {
  formatNotebook,
  freshId,
  insertBelow,
  mergeOutputs,
  type Cell,
  type NewOutputs,
  type Notebook
} from '../notebook'
import { CommandError } from './exitStatus'
import { readNotebook } from './input'
import { locked } from './lock'
import { existing } from './writable'
import { writeWhole } from './writeWhole'

/** What became of the outputs of a cell. */
export type Saved =
  | 'saved'
  /** the file was gone: it stands there again, with all that it had and these outputs */
  | 'written again'
  /** the cell was removed, or says something else by now */
  | 'unplaced'

/** An editor may be in the middle of writing the file: it is read so many times until it is a notebook, */
const READINGS = 10
/** so far apart. */
const PAUSE_MS = 100

/** The notebook file that a run writes to, one cell after the other. It may be edited, moved and removed meanwhile. */
export class NotebookFile {
  constructor(
    /** with links followed */
    private readonly file: string,
    /** the notebook as it was read or written last */
    private last: Notebook
  ) {}

  /**
   * Puts new outputs of a cell into the file as it stands now, so that what others wrote stays. Throws a `CommandError` where
   * that is not possible; the file is whole then.
   */
  save(outputs: NewOutputs): Promise<Saved> {
    return this.change(now => {
      const { notebook, unplaced } = mergeOutputs(now, [outputs])
      return unplaced.length > 0 ? null : notebook
    })
  }

  /** Puts new experiment cells below another, in the same way; they get ids of their own. */
  insert(after: Pick<Cell, 'id' | 'source'>, made: readonly Omit<Cell, 'id' | 'kind'>[]): Promise<Saved> {
    return this.change(now => {
      const taken = new Set(now.cells.map(cell => cell.id))
      const cells = made.map((one): Cell => {
        const id = freshId(`${after.id}/${one.source}`, taken)
        taken.add(id)
        return { ...one, id, kind: 'experiment' }
      })
      return insertBelow(now, after, cells)
    })
  }

  /** `changed`: the notebook as it is to be; null where the cell that is meant is not there. */
  private change(changed: (now: Notebook) => Notebook | null): Promise<Saved> {
    return locked(this.file, async () => {
      const there = await existing(this.file)
      const now = there === null ? this.last : await this.read()
      const notebook = changed(now)
      if (notebook === null) return 'unplaced'
      await writeWhole(this.file, formatNotebook(notebook))
      this.last = notebook
      return there === null ? 'written again' : 'saved'
    })
  }

  private async read(): Promise<Notebook> {
    for (let reading = 1; ; reading++)
      try {
        return await readNotebook(this.file)
      } catch (error) {
        if (!(error instanceof CommandError) || reading === READINGS) throw error
        await sleep(PAUSE_MS)
      }
  }
}
