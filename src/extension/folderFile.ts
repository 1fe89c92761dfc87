import * as vscode from 'vscode'
import { changed, FileProblem, tooLarge } from '../disk/fileProblem'

/**
 * The bytes of a file that VS Code's own file systems hold: in a browser, or where a notebook does not lie on this host's disk. Where
 * a link leads is not to be found out there, so that none is followed. Rejects with a `FileProblem`.
 */
export async function readThroughVSCode(folder: vscode.Uri, name: string, most: number): Promise<Uint8Array> {
  const steps = name.split('/').filter(step => step !== '' && step !== '.')
  for (let count = 1; count < steps.length; count++)
    refuseLink(await statOf(vscode.Uri.joinPath(folder, ...steps.slice(0, count))))
  const file = vscode.Uri.joinPath(folder, ...steps)
  const found = await statOf(file)
  check(found, most)
  const bytes = await vscode.workspace.fs.readFile(file)
  if (bytes.length !== found.size) throw changed()
  return bytes
}

function check(found: vscode.FileStat, most: number): void {
  refuseLink(found)
  if (found.type & vscode.FileType.Directory) throw new FileProblem('is a folder, not a file')
  if (!(found.type & vscode.FileType.File)) throw new FileProblem('is a pipe or a device, not a file')
  if (found.size > most) throw tooLarge(found.size, most)
}

function refuseLink({ type }: vscode.FileStat): void {
  if (type & vscode.FileType.SymbolicLink)
    throw new FileProblem('is a link, or lies behind one, and cannot be followed here: copy the file into the folder')
}

/** VS Code's codes as the system's, for which there are words. */
const SYSTEM_CODES: Readonly<Record<string, string>> = { FileNotFound: 'ENOENT', NoPermissions: 'EACCES' }

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat> {
  try {
    return await vscode.workspace.fs.stat(uri)
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : String(error)
    throw new FileProblem('cannot be read', SYSTEM_CODES[code] ?? code)
  }
}
