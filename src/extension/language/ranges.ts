import * as vscode from 'vscode'
import type { Range } from '../../experiment'

/** A place in a text as VS Code counts it. */
export const rangeIn = (document: vscode.TextDocument, { start, end }: Range): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end))
