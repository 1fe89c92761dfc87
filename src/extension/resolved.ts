import * as vscode from 'vscode'
import { problemLines } from '../experiment'
import { resolvedText } from '../language'
import { CELL_LANGUAGE } from './ids'
import { netText } from './netText'
import { selectedCell } from './newNotebook'
import { parseCell } from './problems'

/** The scheme of documents that nobody can write: they follow their cell. */
const SCHEME = 'gradnb-resolved'

/** Shows cells with every default filled in, as documents that follow what is typed in the cell. */
export class ResolvedCells implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.changed.event
  private readonly listeners = vscode.Disposable.from(
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri))
  )

  provideTextDocumentContent({ query }: vscode.Uri): string {
    const cell = findCell(query)
    return cell ? textOf(cell.document.getText()) : `# ${vscode.l10n.t('The cell is gone.')}\n`
  }

  /** Opens `cell`, or else the selected one, beside the notebook. */
  async show(cell?: vscode.NotebookCell): Promise<void> {
    const shown = cell ?? (vscode.window.activeNotebookEditor && selectedCell(vscode.window.activeNotebookEditor))
    if (shown?.kind !== vscode.NotebookCellKind.Code)
      return void vscode.window.showInformationMessage(vscode.l10n.t('Select an experiment cell first.'))
    const document = await vscode.workspace.openTextDocument(uriOf(shown))
    await vscode.languages.setTextDocumentLanguage(document, CELL_LANGUAGE)
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true })
  }

  dispose(): void {
    this.listeners.dispose()
  }

  private follow(changed: vscode.Uri): void {
    const views = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME)
    for (const { uri } of views) if (uri.query === changed.toString()) this.changed.fire(uri)
  }
}

function uriOf(cell: vscode.NotebookCell): vscode.Uri {
  const title = vscode.l10n.t('Cell {0}, resolved', cell.index + 1)
  return vscode.Uri.from({ scheme: SCHEME, path: `/${title}`, query: cell.document.uri.toString() })
}

const findCell = (uri: string): vscode.NotebookCell | undefined =>
  vscode.workspace.notebookDocuments
    .flatMap(notebook => notebook.getCells())
    .find(cell => cell.document.uri.toString() === uri)

function textOf(text: string): string {
  const parsed = parseCell(text)
  if (!parsed.ok)
    return commented(`${vscode.l10n.t('This cell cannot run yet.')}\n${problemLines(text, parsed.problems)}`)
  const about = vscode.l10n.t('Every value of this cell. To change one, write it in the cell.')
  return `${commented(`${about}\n${netText(parsed.experiment)}`)}\n${resolvedText(parsed.experiment)}`
}

const commented = (text: string): string => text.replace(/^/gm, '# ') + '\n'
