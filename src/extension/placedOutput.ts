import * as vscode from 'vscode'
import { isOwnMime } from '../record'
import { figureMetadata } from './outputs'

type Items = readonly vscode.NotebookCellOutputItem[]

/** An output that a run has put into its cell, and whether it is still there. */
export class PlacedOutput implements vscode.Disposable {
  private readonly output: vscode.NotebookCellOutput
  private readonly listening: vscode.Disposable
  /** null: the cell's outputs may have changed since this was known */
  private standing: boolean | null = null
  private record: Uint8Array | undefined

  /** `stream`: how its figures grow. */
  constructor(
    private readonly execution: vscode.NotebookCellExecution,
    private readonly stream: string,
    items: Items
  ) {
    const { cell } = execution
    this.output = new vscode.NotebookCellOutput([...items], { ...figureMetadata(cell.metadata), stream })
    this.record = recordIn(items)
    this.listening = vscode.workspace.onDidChangeNotebookDocument(({ cellChanges }) => {
      if (cellChanges.some(change => change.cell === cell && change.outputs)) this.standing = null
    })
  }

  /** Puts it into the cell, in the place of whatever is there. */
  async place(): Promise<void> {
    await this.execution.replaceOutput(this.output)
    this.standing = null
  }

  /** Gives it other items, if it is still there. */
  async replaceItems(items: Items): Promise<void> {
    this.record = recordIn(items)
    await this.execution.replaceOutputItems([...items], this.output)
    this.standing = null
  }

  /**
   * Whether the cell shows it as it was put there last, and nothing else. Outputs can be cleared in the middle of a run, and a file
   * that is read again puts its own items into the run's output. VS Code tells nobody: to change an output that is gone does nothing.
   */
  get stands(): boolean {
    return (this.standing ??= this.isInCell())
  }

  dispose(): void {
    this.listening.dispose()
  }

  private isInCell(): boolean {
    const [output, ...others] = this.execution.cell.outputs
    if (output?.metadata?.['stream'] !== this.stream || others.length > 0) return false
    return sameBytes(recordIn(output.items), this.record)
  }
}

const recordIn = (items: Items): Uint8Array | undefined => items.find(({ mime }) => isOwnMime(mime))?.data

function sameBytes(a: Uint8Array = new Uint8Array(), b: Uint8Array = new Uint8Array()): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
