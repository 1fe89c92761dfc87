import * as vscode from 'vscode'

/** What is said under a cell: the short form first, then what says more. */
interface Told {
  /** "$(error) Vanishing, hidden 1", "since epoch 3" */
  readonly parts: readonly string[]
  /** what a screen reader hears */
  readonly whole: string
  readonly tooltip: string
  /** none where there is nothing to click */
  readonly command?: vscode.Command
}

/**
 * Items under a cell, one for each part: VS Code cuts an item that is longer than half the bar, and leaves out those that find no room,
 * from the right. So a narrow window shows the short form whole, and a wide one all.
 */
export function statusItems({ parts, whole, tooltip, command }: Told): vscode.NotebookCellStatusBarItem[] {
  return parts.map((part, index) => {
    const made = statusItem(part, tooltip)
    if (command) made.command = command
    made.accessibilityInformation = { label: index === 0 ? whole : part, ...(command ? { role: 'button' } : {}) }
    return made
  })
}

/** An item under a cell, on the left; screen readers hear its text without the names of icons. */
export function statusItem(text: string, tooltip: string): vscode.NotebookCellStatusBarItem {
  const made = new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Left)
  made.tooltip = tooltip
  made.accessibilityInformation = { label: withoutIcons(text) }
  return made
}

export const withoutIcons = (text: string): string => text.replace(/\$\([^)]*\)\s*/g, '')
