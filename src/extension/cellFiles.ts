import * as vscode from 'vscode'
import { filesOf, pathProblem, pathsOf, type Experiment, type Files, type Limits } from '../experiment'

/** Reads a shipped data set by its name. */
export type ReadDataset = (name: string) => Promise<Uint8Array>

/**
 * The files that `experiment` reads: shipped ones, and those of the notebook's folder that its cell names. Rejects with a
 * sentence that names the file where it lies outside, is missing or is too large, and where the notebook has no folder yet.
 */
export async function readFiles(
  experiment: Experiment,
  notebook: vscode.NotebookDocument,
  limits: Limits,
  readDataset: ReadDataset
): Promise<Files> {
  const shipped = filesOf(experiment).map(async name => [name, await readDataset(name)] as const)
  const named = pathsOf(experiment).map(async path => [path, await readNamed(path, notebook, limits)] as const)
  return Object.fromEntries(await Promise.all([...shipped, ...named]))
}

async function readNamed(path: string, notebook: vscode.NotebookDocument, limits: Limits): Promise<Uint8Array> {
  const problem = pathProblem(path)
  if (problem !== null) throw new Error(problem)
  if (notebook.isUntitled)
    throw new Error(`save the notebook first: ${path} is looked for in the notebook's folder, and it has none yet`)
  const uri = vscode.Uri.joinPath(notebook.uri, '..', path)
  const { type, size } = await found(path, uri)
  if (type & vscode.FileType.Directory) throw new Error(`${path} is a folder, not a file`)
  if (size > limits.fileBytes) throw new Error(tooLarge(path, size, limits.fileBytes))
  return vscode.workspace.fs.readFile(uri)
}

async function found(path: string, uri: vscode.Uri): Promise<vscode.FileStat> {
  try {
    return await vscode.workspace.fs.stat(uri)
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : String(error)
    const reason = code === 'FileNotFound' ? 'there is no such file' : code
    throw new Error(`${path} cannot be read from the notebook's folder: ${reason}`)
  }
}

const tooLarge = (path: string, size: number, most: number): string =>
  `${path} has ${size.toLocaleString('en-US')} bytes, above the limit of ${most.toLocaleString('en-US')} (setting gradnb.limits.fileBytes)`
