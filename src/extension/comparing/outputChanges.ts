import type * as vscode from 'vscode'
import { changeOf } from '../../diff'
import { visibleLine } from '../../text'
import { cellId } from '../cellData'
import { outputToFile } from '../outputs'
import { openNotebookAt, type Compared } from './compared'

/** A cell of the newer version, and how what it shows has changed, in one line. */
export interface OutputChange {
  readonly cell: vscode.NotebookCell
  readonly change: string
}

/** VS Code puts other items into the output that it has. */
type Items = readonly vscode.NotebookCellOutputItem[]

const itemsOf = ({ outputs }: vscode.NotebookCell): Items => outputs.flatMap(({ items }) => items)

/** Tells how outputs have changed between two versions of a notebook. Records are read once, as long as they stay. */
export class OutputChanges {
  private readonly known = new WeakMap<
    vscode.NotebookCell,
    { readonly from: Items; readonly to: Items; readonly change: string | null }
  >()

  /** The cells of the newer version whose outputs are other than before; cells are the same that have one id. */
  of({ before, after }: Compared): OutputChange[] {
    const [older, newer] = [openNotebookAt(before), openNotebookAt(after)]
    if (!older || !newer) return []
    const old = new Map(older.getCells().map(cell => [cellId(cell.metadata), cell]))
    return newer.getCells().flatMap(cell => {
      const counterpart = old.get(cellId(cell.metadata))
      const change = counterpart ? this.change(counterpart, cell) : null
      return change === null ? [] : [{ cell, change }]
    })
  }

  private change(before: vscode.NotebookCell, cell: vscode.NotebookCell): string | null {
    const [from, to] = [itemsOf(before), itemsOf(cell)]
    const known = this.known.get(cell)
    if (known && same(known.from, from) && same(known.to, to)) return known.change
    const told = changeOf(before.outputs.map(outputToFile), cell.outputs.map(outputToFile))
    const change = told && visibleLine(told)
    this.known.set(cell, { from, to, change })
    return change
  }
}

const same = (a: Items, b: Items): boolean => a.length === b.length && a.every((one, i) => one === b[i])
