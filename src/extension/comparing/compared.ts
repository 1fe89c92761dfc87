import * as vscode from 'vscode'
import { NOTEBOOK_TYPE } from '../ids'

/** Two versions of a notebook, as VS Code's notebook diff editor shows them side by side. */
export interface Compared {
  readonly before: vscode.Uri
  readonly after: vscode.Uri
}

/** The notebook diff editor in front; null where there is none of ours. */
export const comparedInFront = (): Compared | null => comparedIn(vscode.window.tabGroups.activeTabGroup)

/** The notebook diff editors of ours in view. */
export const comparedInView = (): Compared[] => vscode.window.tabGroups.all.flatMap(group => comparedIn(group) ?? [])

function comparedIn({ activeTab }: vscode.TabGroup): Compared | null {
  const input = activeTab?.input
  if (!(input instanceof vscode.TabInputNotebookDiff) || input.notebookType !== NOTEBOOK_TYPE) return null
  return { before: input.original, after: input.modified }
}

/** The notebook at this address, if it is open. */
export const openNotebookAt = (uri: vscode.Uri): vscode.NotebookDocument | undefined =>
  vscode.workspace.notebookDocuments.find(one => one.uri.toString() === uri.toString())
