import * as vscode from 'vscode'
import { preflight, type Preflight } from '../theory'
import { Later } from './later'
import { readFirst } from './problems'

/** How long after the last key a cell counts as settled, ms. */
export const PAUSE = 400

/** What theory says of cells before they run: worked out once a cell has been left alone, never while it is typed. */
export class Foretelling implements vscode.Disposable {
  private readonly known = new WeakMap<
    vscode.TextDocument,
    { readonly text: string; readonly told: Preflight | null }
  >()
  private readonly asked = new WeakMap<vscode.TextDocument, string>()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event
  private readonly later = new Later<vscode.TextDocument>(PAUSE, document => this.foretell(document))

  /** What was last told of the cell; null where it has problems, and until it has settled. */
  of(document: vscode.TextDocument): Preflight | null {
    const known = this.known.get(document)
    if (known?.text !== document.getText()) this.askOnce(document)
    return known?.told ?? null
  }

  dispose(): void {
    this.later.dispose()
    this.changed.dispose()
  }

  /** Whoever asks again for the same text does not make it wait longer. */
  private askOnce(document: vscode.TextDocument): void {
    const text = document.getText()
    if (this.asked.get(document) === text) return
    this.asked.set(document, text)
    this.later.ask(document)
  }

  private foretell(document: vscode.TextDocument): void {
    if (document.isClosed) return
    const text = document.getText()
    const parsed = readFirst(document)
    this.known.set(document, { text, told: parsed.ok ? preflight(parsed.experiment) : null })
    this.changed.fire()
  }
}
