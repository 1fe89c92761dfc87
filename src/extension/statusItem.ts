import * as vscode from 'vscode'

/** An item under a cell, on the left; screen readers hear its text without the names of icons. */
export function statusItem(text: string, tooltip: string): vscode.NotebookCellStatusBarItem {
  const made = new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Left)
  made.tooltip = tooltip
  made.accessibilityInformation = { label: text.replace(/\$\([^)]*\)\s*/g, '') }
  return made
}
