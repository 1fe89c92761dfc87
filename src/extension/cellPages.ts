import * as vscode from 'vscode'
import { selectedCell } from './newNotebook'

/** A kind of page about a cell. */
export interface PageKind {
  /** of documents that nobody can write: they follow their cell */
  readonly scheme: string
  readonly language: string
  /** `place`: the cell's in the notebook, from 1 */
  readonly title: (place: number) => string
  /** from the cell's document */
  readonly textOf: (document: vscode.TextDocument) => string
}

/** Pages about cells, beside the notebook: they follow what is typed in the cell. */
export class CellPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.changed.event
  private readonly listeners: vscode.Disposable

  constructor(private readonly kind: PageKind) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(kind.scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri))
    )
  }

  provideTextDocumentContent({ query }: vscode.Uri): string {
    const cell = findCell(query)
    return cell ? this.kind.textOf(cell.document) : `# ${vscode.l10n.t('The cell is gone.')}\n`
  }

  /** Opens `cell`, or else the selected one, beside the notebook. */
  async show(cell?: vscode.NotebookCell): Promise<void> {
    const shown = cell ?? (vscode.window.activeNotebookEditor && selectedCell(vscode.window.activeNotebookEditor))
    if (shown?.kind !== vscode.NotebookCellKind.Code)
      return void vscode.window.showInformationMessage(vscode.l10n.t('Select an experiment cell first.'))
    const document = await vscode.workspace.openTextDocument(this.uriOf(shown))
    await vscode.languages.setTextDocumentLanguage(document, this.kind.language)
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true })
  }

  dispose(): void {
    this.listeners.dispose()
  }

  private follow(changed: vscode.Uri): void {
    const views = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === this.kind.scheme)
    for (const { uri } of views) if (uri.query === changed.toString()) this.changed.fire(uri)
  }

  private uriOf(cell: vscode.NotebookCell): vscode.Uri {
    const { scheme, title } = this.kind
    return vscode.Uri.from({ scheme, path: `/${title(cell.index + 1)}`, query: cell.document.uri.toString() })
  }
}

const findCell = (uri: string): vscode.NotebookCell | undefined =>
  vscode.workspace.notebookDocuments
    .flatMap(notebook => notebook.getCells())
    .find(cell => cell.document.uri.toString() === uri)
