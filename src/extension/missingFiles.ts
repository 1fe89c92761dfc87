import * as vscode from 'vscode'
import { experimentsIn, missingFiles, pathProblem, pathsOf, type InPlace } from '../experiment'
import { diagnosticOf } from './diagnostics'
import { FolderWatchers } from './folderWatchers'
import { CELL_LANGUAGE, NOTEBOOK_TYPE } from './ids'
import { Later } from './later'
import { readCell } from './problems'
import { mayReadFiles } from './trust'

/** How long after the last key, or the last change on the disk, files are looked for. */
const PAUSE = 400

/** Underlines the files that the cells of saved notebooks name and that are not there, as long as they are not. */
export function showMissingFiles(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradnb files')
  const later = new Later<vscode.TextDocument>(PAUSE, document => check(document, collection))
  const ask = (document: vscode.TextDocument) => document.languageId === CELL_LANGUAGE && later.ask(document)
  const all = () => cells().forEach(ask)
  all()
  return vscode.Disposable.from(
    collection,
    later,
    new FolderWatchers(NOTEBOOK_TYPE, all),
    vscode.workspace.onDidSaveNotebookDocument(all),
    vscode.workspace.onDidGrantWorkspaceTrust(all),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && all()),
    vscode.workspace.onDidOpenTextDocument(ask),
    vscode.workspace.onDidChangeTextDocument(({ document }) => ask(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri))
  )
}

const notebooks = (): readonly vscode.NotebookDocument[] =>
  vscode.workspace.notebookDocuments.filter(({ notebookType }) => notebookType === NOTEBOOK_TYPE)

const cells = (): vscode.TextDocument[] =>
  notebooks().flatMap(notebook => notebook.getCells().map(({ document }) => document))

/** Where the files of a cell are looked for; null where its notebook is not saved yet. */
function folderOf(document: vscode.TextDocument): vscode.Uri | null {
  const notebook = notebooks().find(one => one.getCells().some(cell => cell.document === document))
  return notebook === undefined || notebook.isUntitled ? null : vscode.Uri.joinPath(notebook.uri, '..')
}

async function check(document: vscode.TextDocument, collection: vscode.DiagnosticCollection): Promise<void> {
  const { version } = document
  const folder = folderOf(document)
  const text = document.getText()
  const result = readCell(document)
  if (folder === null || !result.ok) return collection.delete(document.uri)
  const experiments = experimentsIn(result.cell)
  const paths = [...new Set(experiments.flatMap(pathsOf))].filter(path => pathProblem(path) === null)
  const found = await Promise.all(paths.map(async path => [path, await inPlace(folder, path)] as const))
  if (document.isClosed || document.version !== version) return
  const problems = missingFiles(text, experiments, new Map(found))
  collection.set(
    document.uri,
    problems.map(problem => diagnosticOf(document, problem))
  )
}

/** In Restricted Mode no file is looked for. What cannot be found out is left to the run, which says why. */
async function inPlace(folder: vscode.Uri, path: string): Promise<InPlace> {
  if (!mayReadFiles()) return { is: 'restricted' }
  const file = vscode.Uri.joinPath(folder, ...path.split('/'))
  try {
    const { type } = await vscode.workspace.fs.stat(file)
    return { is: type & vscode.FileType.Directory ? 'folder' : 'file' }
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound'
    return isMissing ? { is: 'nothing', beside: await namesIn(vscode.Uri.joinPath(file, '..')) } : { is: 'file' }
  }
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name)
  } catch {
    return [] // there is no such folder either
  }
}
