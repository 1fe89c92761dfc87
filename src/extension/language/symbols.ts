import * as vscode from 'vscode'
import { cellSymbol, type CellSymbol } from '../../language'
import { rangeIn } from './ranges'

/** The outline of a cell: its experiment by name, and its keys. */
export class Symbols implements vscode.DocumentSymbolProvider {
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const symbol = cellSymbol(document.getText())
    return symbol ? [toSymbol(symbol, document)] : []
  }
}

const KINDS = { experiment: vscode.SymbolKind.Object, key: vscode.SymbolKind.Property } as const

function toSymbol(made: CellSymbol, document: vscode.TextDocument): vscode.DocumentSymbol {
  const { name, detail, kind, range, selection, children } = made
  const all = rangeIn(document, range)
  const symbol = new vscode.DocumentSymbol(name || '?', detail, KINDS[kind], all, rangeIn(document, selection))
  symbol.children = children.map(child => toSymbol(child, document))
  return symbol
}
