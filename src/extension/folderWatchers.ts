import * as vscode from 'vscode'

/**
 * Calls `tell` when a file comes or goes in the workspace, which VS Code watches anyway, or right beside an open notebook: watching
 * all below a folder outside the workspace could be watching a whole disk.
 */
export class FolderWatchers implements vscode.Disposable {
  private readonly beside = new Map<string, vscode.Disposable>()
  private readonly others: vscode.Disposable

  constructor(
    notebookType: string,
    private readonly tell: () => void
  ) {
    const isOurs = (notebook: vscode.NotebookDocument) => notebook.notebookType === notebookType && !notebook.isUntitled
    const renew = () => this.keep(vscode.workspace.notebookDocuments.filter(isOurs).map(folderOf))
    this.others = vscode.Disposable.from(
      this.watch('**/*'),
      vscode.workspace.onDidOpenNotebookDocument(renew),
      vscode.workspace.onDidCloseNotebookDocument(renew)
    )
    renew()
  }

  dispose(): void {
    this.keep([])
    this.others.dispose()
  }

  private keep(folders: readonly vscode.Uri[]): void {
    const wanted = new Map(folders.map(folder => [folder.toString(), folder]))
    for (const [name, watcher] of this.beside) if (!wanted.has(name)) watcher.dispose()
    for (const name of [...this.beside.keys()]) if (!wanted.has(name)) this.beside.delete(name)
    for (const [name, folder] of wanted)
      if (!this.beside.has(name)) this.beside.set(name, this.watch(new vscode.RelativePattern(folder, '*')))
  }

  private watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false)
    return vscode.Disposable.from(watcher, watcher.onDidCreate(this.tell), watcher.onDidDelete(this.tell))
  }
}

const folderOf = ({ uri }: vscode.NotebookDocument): vscode.Uri => vscode.Uri.joinPath(uri, '..')
