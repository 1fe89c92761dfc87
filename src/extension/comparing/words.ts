import * as vscode from 'vscode'
import { notebookText } from '../../diff'
import { NotebookFormatError, parseNotebook, type Notebook } from '../../notebook'
import { documentNotebook } from '../documentNotebook'
import { openNotebookAt } from './compared'

/** Documents of this scheme are notebooks as `gradnb text` prints them. */
export const WORDS_SCHEME = 'gradnb-words'

/** A version of a notebook: what stands in its editor if it is open, or else, and where `saved` is true, its file. */
export interface Version {
  readonly uri: vscode.Uri
  readonly saved: boolean
}

/** The address of a notebook in words; it ends like the notebook's own, so that a tab shows its name. */
export const wordsUri = ({ uri, saved }: Version): vscode.Uri =>
  vscode.Uri.from({
    scheme: WORDS_SCHEME,
    path: `${uri.path}.txt`,
    query: JSON.stringify({ uri: uri.toString(), saved })
  })

/** Notebooks in words, for VS Code's text editors. */
export class Words implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.changed.event

  /** Has a document that may be open already made anew. */
  renew(uri: vscode.Uri): void {
    this.changed.fire(uri)
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const { uri, saved } = JSON.parse(query) as { readonly uri: string; readonly saved: boolean }
    const address = vscode.Uri.parse(uri, true)
    const open = saved ? undefined : openNotebookAt(address)
    return open ? textOf(documentNotebook(open)) : textAt(address)
  }
}

const textOf = (notebook: Notebook): string => `${notebookText(notebook).join('\n').trimEnd()}\n`

/** Of a file; nothing where there is none, and the file's own text where it is no notebook. */
async function textAt(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => new Uint8Array())
  if (bytes.length === 0) return ''
  try {
    return textOf(parseNotebook(bytes))
  } catch (error) {
    if (!(error instanceof NotebookFormatError)) throw error
    return `${error.message}\n\n${new TextDecoder().decode(bytes)}`
  }
}
