import * as vscode from 'vscode'
import { CONCERNS, ruleLabel, type Finding, type RuleName, type Severity } from '../diagnosis'
import { placeOfKeys } from '../language'
import { visibleLine } from '../text'
import { COMMANDS } from './commandIds'
import type { Findings } from './findings'
import { CELL_LANGUAGE, NOTEBOOK_TYPE } from './ids'
import { rangeIn } from './language/ranges'
import { Later } from './later'
import { onSilenceChange, ourCells } from './silence'

/** How long after the last key it is asked whether what a run found still holds. */
const PAUSE = 300

/** Lists what the rules found in the Problems panel, at the key that the cause concerns; until the cell is edited, or runs again. */
export function showFindings(findings: Findings): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradnb findings')
  const show = (cell: vscode.NotebookCell) => {
    if (cell.document.isClosed || cell.document.languageId !== CELL_LANGUAGE) return
    collection.set(cell.document.uri, diagnosticsOf(cell, findings))
  }
  const later = new Later<vscode.NotebookCell>(PAUSE, show)
  const all = () => ourCells().forEach(show)
  all()
  return vscode.Disposable.from(
    collection,
    later,
    findings.onChange(show),
    vscode.workspace.onDidOpenNotebookDocument(all),
    onSilenceChange(show),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, cellChanges }) => {
      if (notebook.notebookType !== NOTEBOOK_TYPE) return
      for (const change of cellChanges) {
        if (change.document) collection.delete(change.cell.document.uri)
        if (change.document) later.ask(change.cell)
        else if (change.outputs) show(change.cell)
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri))
  )
}

function diagnosticsOf(cell: vscode.NotebookCell, findings: Findings): vscode.Diagnostic[] {
  const found = findings.of(cell)?.findings ?? []
  return found.flatMap(finding => {
    const severity = SEVERITIES[finding.severity]
    return severity === null ? [] : [diagnosticOf(cell.document, finding, severity)]
  })
}

/** A cell that ran is no mistake in its text, so nothing is an error there. What is true and no reason to change anything is not listed. */
const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity | null>> = {
  error: vscode.DiagnosticSeverity.Warning,
  warning: vscode.DiagnosticSeverity.Information,
  info: null
}

function diagnosticOf(
  document: vscode.TextDocument,
  { rule, message, evidence }: Finding,
  severity: vscode.DiagnosticSeverity
): vscode.Diagnostic {
  const range = rangeIn(document, placeOfKeys(document.getText(), CONCERNS[rule]))
  const diagnostic = new vscode.Diagnostic(range, visibleLine(`${ruleLabel(rule)}: ${message}`), severity)
  diagnostic.source = 'gradnb'
  diagnostic.code = { value: rule, target: pageOf(rule) }
  const location = new vscode.Location(document.uri, range)
  diagnostic.relatedInformation = evidence.map(
    each => new vscode.DiagnosticRelatedInformation(location, visibleLine(each.message))
  )
  return diagnostic
}

/** The page about a rule, as a link. */
const pageOf = (rule: RuleName): vscode.Uri =>
  vscode.Uri.parse(`command:${COMMANDS.openRulePage}?${encodeURIComponent(JSON.stringify([rule]))}`)
