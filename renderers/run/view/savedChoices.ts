import type { RendererContext } from 'vscode-notebook-renderer'
import type { Choice } from '../../../src/figure'

/** What is kept of a notebook's choices where the extension cannot be asked. */
export interface SavedState {
  readonly choices: Readonly<Record<string, Choice>>
}

/** What was chosen for each cell. */
export class SavedChoices {
  private readonly byCell: Map<string, Choice>

  constructor(private readonly context: RendererContext<SavedState>) {
    this.byCell = new Map(Object.entries(context.getState()?.choices ?? {}))
  }

  of(cell: string): Choice | null {
    return this.byCell.get(cell) ?? null
  }

  /** A person chose here. */
  keep(cell: string, choice: Choice): void {
    this.byCell.set(cell, choice)
    this.context.setState({ choices: Object.fromEntries(this.byCell) })
  }

  /** The extension, which knows the file, says what holds. */
  learn(cell: string, choice: Choice | null): void {
    if (choice) this.byCell.set(cell, choice)
    else this.byCell.delete(cell)
  }
}
