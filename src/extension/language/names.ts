import * as vscode from 'vscode'
import { isCellName } from '../../experiment'
import { definitionsOf, nameAt, usesOfName, type CellRange, type NameUse } from '../../language'
import { cellTexts } from './cells'
import { rangeIn } from './ranges'

/** From `extends` and `compare` to the cell of that name, everywhere that name stands, and a new name for all of them. */
export class Names implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.RenameProvider {
  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    return located(document, position, definitionsOf)
  }

  provideReferences(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    return located(document, position, usesOfName)
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position): vscode.Range {
    const use = useAt(document, position)
    if (!use) throw new Error(vscode.l10n.t('Only names of cells can be renamed.'))
    return rangeIn(document, use.range)
  }

  provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string): vscode.WorkspaceEdit {
    if (!isCellName(newName))
      throw new Error(vscode.l10n.t('A name starts with a letter and holds letters, digits, _ and - only.'))
    const edit = new vscode.WorkspaceEdit()
    for (const { uri, range } of located(document, position, usesOfName)) edit.replace(uri, range, newName)
    return edit
  }
}

const useAt = (document: vscode.TextDocument, position: vscode.Position): NameUse | null =>
  nameAt(document.getText(), document.offsetAt(position))

function located(
  document: vscode.TextDocument,
  position: vscode.Position,
  search: (name: string, texts: readonly string[]) => CellRange[]
): vscode.Location[] {
  const use = useAt(document, position)
  if (!use) return []
  const cells = cellTexts(document)
  const texts = cells.map(cell => cell.getText())
  return search(use.name, texts).map(
    found => new vscode.Location(cells[found.cell]!.uri, rangeIn(cells[found.cell]!, found))
  )
}
