import * as vscode from 'vscode'
import { completionsAt, type Completion, type Shape } from '../../language'
import { cellTexts } from './cells'
import { rangeIn } from './ranges'

/** Typing one of these asks; a blank only behind `key:` or a comma, as it also indents. */
export const ASKING = [' ', ':', '{', '[', ',']

/** Keys and values as they are written, each with what it means and its default. */
export class Completions implements vscode.CompletionItemProvider {
  constructor(private readonly shape: Shape) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext
  ): vscode.CompletionList {
    const before = document.lineAt(position).text.slice(0, position.character)
    if (triggerCharacter === ' ' && !/[:,[{-]\s*$/.test(before)) return new vscode.CompletionList()
    const found = completionsAt(
      this.shape,
      document.getText(),
      document.offsetAt(position),
      cellTexts(document).map(cell => cell.getText())
    )
    // Said to be complete, so that typing narrows the list at once: a key that comes before a second answer would accept
    // what was chosen in the first.
    return new vscode.CompletionList(found.map((item, i) => toItem(item, i, document)))
  }
}

const KINDS = {
  key: vscode.CompletionItemKind.Property,
  name: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
  snippet: vscode.CompletionItemKind.Snippet
} as const

/** What no key types, so that the entry goes with the first character. */
const NOTHING_TYPED = '\u2002'

function toItem(made: Completion, index: number, document: vscode.TextDocument): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: made.label, description: made.detail }, KINDS[made.kind])
  item.insertText = new vscode.SnippetString(made.insert)
  item.documentation = new vscode.MarkdownString(made.documentation)
  item.range = rangeIn(document, made.range)
  item.sortText = String(index).padStart(3, '0')
  item.preselect = made.isDefault
  if (made.onlyAtStart) item.filterText = NOTHING_TYPED
  if (made.goesOn) item.command = { title: '', command: 'editor.action.triggerSuggest' }
  return item
}
