import * as vscode from 'vscode'
import { parseSilence, SILENCE_KEY, type RuleName } from '../diagnosis'
import { NOTEBOOK_TYPE } from './ids'
import { silencedEverywhere, silenceEverywhere } from './settings'

/** How far a rule is silenced. */
export type SilenceScope = 'cell' | 'notebook' | 'everywhere'

/** The rules that nobody wants to hear of `cell`: its own, its notebook's and those of the settings. */
export const silencedFor = (cell: vscode.NotebookCell): readonly RuleName[] => [
  ...silencedInCell(cell),
  ...silencedInNotebook(cell.notebook),
  ...silencedEverywhere()
]

/**
 * Calls `tell` with every cell whose silenced rules may have changed: by an edit of its metadata or its notebook's, by undo and redo, in
 * another window of the same notebook, or by a setting.
 */
export const onSilenceChange = (tell: (cell: vscode.NotebookCell) => void): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, cellChanges, metadata }) => {
      if (notebook.notebookType !== NOTEBOOK_TYPE) return
      const cells = metadata
        ? notebook.getCells()
        : cellChanges.flatMap(({ cell, metadata }) => (metadata ? [cell] : []))
      cells.forEach(tell)
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('gradnb.diagnosis')) ourCells().forEach(tell)
    })
  )

/** The cells of all our notebooks that are open. */
export const ourCells = (): vscode.NotebookCell[] =>
  vscode.workspace.notebookDocuments
    .filter(({ notebookType }) => notebookType === NOTEBOOK_TYPE)
    .flatMap(notebook => notebook.getCells())

/** Silences a rule, in the file of the notebook (an edit like any other) or in the user's settings. */
export async function silence(cell: vscode.NotebookCell, rule: RuleName, scope: SilenceScope): Promise<void> {
  switch (scope) {
    case 'cell':
      return apply(cell.notebook, [cellEdit(cell, [...silencedInCell(cell), rule])])
    case 'notebook':
      return apply(cell.notebook, [notebookEdit(cell.notebook, [...silencedInNotebook(cell.notebook), rule])])
    case 'everywhere':
      return silenceEverywhere(rule)
    default:
      return scope satisfies never
  }
}

/** Hears all rules again, as far as the notebook and its cell say otherwise. */
export const hearAgain = (cell: vscode.NotebookCell): Promise<void> =>
  apply(cell.notebook, [cellEdit(cell, []), notebookEdit(cell.notebook, [])])

type Fields = { readonly [key: string]: unknown }

const silencedInCell = ({ metadata }: vscode.NotebookCell): readonly RuleName[] => silencedIn(metadata['extra'])

const silencedInNotebook = ({ metadata }: vscode.NotebookDocument): readonly RuleName[] => silencedIn(metadata['file'])

const silencedIn = (fields: unknown): readonly RuleName[] => parseSilence((fields as Fields | undefined)?.[SILENCE_KEY])

const cellEdit = ({ index, metadata }: vscode.NotebookCell, rules: readonly RuleName[]): vscode.NotebookEdit =>
  vscode.NotebookEdit.updateCellMetadata(index, withSilence(metadata, 'extra', rules))

const notebookEdit = ({ metadata }: vscode.NotebookDocument, rules: readonly RuleName[]): vscode.NotebookEdit =>
  vscode.NotebookEdit.updateNotebookMetadata(withSilence(metadata, 'file', rules))

/** An empty list leaves nothing in the file. */
function withSilence(metadata: Fields, part: 'extra' | 'file', rules: readonly RuleName[]): { [key: string]: unknown } {
  const { [SILENCE_KEY]: _, ...others } = (metadata[part] ?? {}) as Fields
  const all = [...new Set(rules)]
  return { ...metadata, [part]: all.length === 0 ? others : { ...others, [SILENCE_KEY]: all } }
}

async function apply(notebook: vscode.NotebookDocument, edits: vscode.NotebookEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  edit.set(notebook.uri, edits)
  await vscode.workspace.applyEdit(edit)
}
