import * as vscode from 'vscode'
import { COMMANDS } from '../commandIds'
import { comparedInFront, comparedInView } from './compared'
import { OutputChanges, type OutputChange } from './outputChanges'

/**
 * In VS Code's notebook diff editor: says in one line behind a cell's text how what it shows has changed, and in the status bar how many
 * outputs have.
 */
export class OutputNotes implements vscode.Disposable {
  private readonly changes = new OutputChanges()
  private readonly note = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('descriptionForeground') }
  })
  private readonly status = vscode.window.createStatusBarItem('gradnb.outputChanges', vscode.StatusBarAlignment.Left)
  private readonly listening: vscode.Disposable
  private noted: readonly vscode.TextEditor[] = []

  constructor() {
    const refresh = () => this.refresh()
    this.status.name = vscode.l10n.t('Changes of outputs')
    this.status.command = COMMANDS.showChangesInWords
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(refresh),
      vscode.window.tabGroups.onDidChangeTabs(refresh),
      vscode.window.tabGroups.onDidChangeTabGroups(refresh),
      vscode.workspace.onDidOpenNotebookDocument(refresh),
      vscode.workspace.onDidChangeNotebookDocument(() => comparedInView().length > 0 && refresh())
    )
  }

  dispose(): void {
    this.listening.dispose()
    this.note.dispose()
    this.status.dispose()
  }

  private refresh(): void {
    const all = comparedInView().flatMap(compared => this.changes.of(compared))
    const editors = vscode.window.visibleTextEditors.filter(editor => noteOf(editor, all) !== undefined)
    for (const editor of this.noted) if (!editors.includes(editor)) editor.setDecorations(this.note, [])
    for (const editor of editors) editor.setDecorations(this.note, [decoration(editor.document, noteOf(editor, all)!)])
    this.noted = editors
    this.count()
  }

  private count(): void {
    const compared = comparedInFront()
    const changes = compared ? this.changes.of(compared) : []
    if (changes.length === 0) return this.status.hide()
    const { length } = changes
    this.status.text = `$(diff) ${length === 1 ? vscode.l10n.t('1 output changed') : vscode.l10n.t('{0} outputs changed', length)}`
    const lines = changes.map(({ cell, change }) => `${vscode.l10n.t('cell {0}', cell.index + 1)}: ${change}`)
    this.status.tooltip = [...lines, vscode.l10n.t('Click to see all changes in words.')].join('\n')
    this.status.show()
  }
}

const noteOf = ({ document }: vscode.TextEditor, changes: readonly OutputChange[]): string | undefined =>
  changes.find(({ cell }) => cell.document === document)?.change

function decoration(document: vscode.TextDocument, change: string): vscode.DecorationOptions {
  const { end } = document.lineAt(document.lineCount - 1).range
  const contentText = vscode.l10n.t('output: {0}', change)
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } }
}
