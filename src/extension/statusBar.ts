import * as vscode from 'vscode'
import type { LiveRun, LiveRuns } from './liveRuns'
import { isStale } from './staleness'

/** Under a cell: how far its run is and how long it will take, or that its output is from an earlier text. */
export class StatusBar implements vscode.NotebookCellStatusBarItemProvider {
  readonly onDidChangeCellStatusBarItems: vscode.Event<void>

  constructor(private readonly live: LiveRuns) {
    this.onDidChangeCellStatusBarItems = live.onChange
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    if (cell.kind !== vscode.NotebookCellKind.Code) return []
    const run = this.live.get(cell)
    if (run)
      return [
        item(
          `$(sync~spin) ${progressText(run)}`,
          'How far training is. The Stop button ends it and keeps what was measured.'
        )
      ]
    return isStale(cell)
      ? [item('$(history) output is from before your edit', 'Run the cell to bring its output up to date.')]
      : []
  }
}

function item(text: string, tooltip: string): vscode.NotebookCellStatusBarItem {
  const made = new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Left)
  made.tooltip = tooltip
  made.accessibilityInformation = { label: text.replace(/\$\([^)]*\)\s*/g, '') }
  return made
}

function progressText({ epoch, epochs, progress, secondsLeft }: LiveRun): string {
  const percent = progress.steps > 0 ? Math.floor((100 * progress.step) / progress.steps) : 0
  const left = secondsLeft === null ? '' : ` · ${duration(secondsLeft)} left`
  return `epoch ${epoch} of ${epochs} · ${percent} %${left}`
}

/** "4 s", "2 min 10 s", "1 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
