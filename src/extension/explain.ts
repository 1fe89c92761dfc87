import * as vscode from 'vscode'
import type { RuleName } from '../diagnosis'
import { cellId } from './cellData'
import type { FigureChannel } from './figureChannel'
import type { Findings } from './findings'

/** What explaining needs of the extension. */
export interface ExplainParts {
  readonly figures: FigureChannel
  readonly findings: Findings
}

/** Brings the figure of `cell` into view, with the reasons of what was found open: of `rule`, or of the worst. */
export async function explain(
  { figures, findings }: ExplainParts,
  cell: vscode.NotebookCell | undefined,
  rule?: RuleName
): Promise<void> {
  const found = cell && findings.of(cell)
  const wanted = rule ?? found?.findings[0]?.rule
  const id = cell && cellId(cell.metadata)
  if (cell === undefined || wanted === undefined || id === undefined)
    return void vscode.window.showInformationMessage(vscode.l10n.t('No rule has found anything in this cell.'))
  const editor = await vscode.window.showNotebookDocument(cell.notebook, {
    selections: [new vscode.NotebookRange(cell.index, cell.index + 1)]
  })
  figures.post({ type: 'explain', cell: id, rule: wanted }, editor)
}
