import * as vscode from 'vscode'
import { hoverAt, type Shape } from '../../language'
import { rangeIn } from './ranges'

/** What a key or name means, with formula and source. */
export class Hovers implements vscode.HoverProvider {
  constructor(private readonly shape: Shape) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = hoverAt(this.shape, document.getText(), document.offsetAt(position))
    return found && new vscode.Hover(new vscode.MarkdownString(found.markdown), rangeIn(document, found.range))
  }
}
