import * as vscode from 'vscode'
import type { Cell } from '../experiment'
import { duration, visibleLine } from '../text'
import { isSame, verdictText } from '../verify'
import { COMMANDS } from './commandIds'
import type { Forecast } from './forecast'
import { findingItems } from './findingItem'
import type { Findings } from './findings'
import type { Foretelling } from './foretelling'
import type { Live, LiveRun, LiveRuns, LiveSweep } from './liveRuns'
import { netText } from './netText'
import { preflightItems } from './preflightItems'
import { readCell } from './problems'
import { repairItems } from './repairNote'
import { onSilenceChange } from './silence'
import { isStale } from './staleness'
import { statusItem } from './statusItem'
import type { Verification } from './verification'

/** Those who know what stands under cells; each says when that has changed. */
export interface StatusSources {
  readonly live: LiveRuns
  readonly forecast: Forecast
  readonly foretelling: Foretelling
  readonly verification: Verification
  readonly findings: Findings
}

/**
 * Under a cell: the net it makes and how long that will take, what theory warns of, that its output is from an earlier text, or how far
 * its run is. Under an empty cell, how to begin.
 */
export class StatusBar implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onDidChangeCellStatusBarItems = this.changed.event
  private readonly listeners: vscode.Disposable

  constructor(private readonly told: StatusSources) {
    const tell = () => this.changed.fire()
    const sources = Object.values(told).map(source => source.onChange(tell))
    // VS Code asks again by itself when a cell changes, and not when its notebook or a setting does.
    this.listeners = vscode.Disposable.from(...sources, onSilenceChange(tell))
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    if (cell.kind !== vscode.NotebookCellKind.Code) return []
    const run = this.told.live.get(cell)
    if (run) return [progressItem(run)]
    if (cell.document.getText().trim() === '') return beginnings(cell)
    const stale = isStale(cell)
    const isAhead = stale || cell.outputs.length === 0
    return [
      ...this.netItem(cell),
      ...(isAhead ? this.preflightItems(cell) : []),
      ...(stale ? [staleItem()] : [...this.findingItems(cell), ...this.verdictItem(cell)])
    ]
  }

  /** What the last verification found out about the output, as long as that stands there. */
  private verdictItem(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const verdict = this.told.verification.of(cell)
    if (verdict === null) return []
    const about = visibleLine(verdictText(verdict))
    const text = isSame(verdict)
      ? `$(verified) ${vscode.l10n.t('verified: the same bits')}`
      : `$(warning) ${vscode.l10n.t('not verified')}`
    return [statusItem(text, about)]
  }

  /** Whether the cell has repaired another, and the worst that its run shows. */
  private findingItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const judged = this.told.findings.of(cell)
    return judged ? [...repairItems(cell, this.told.findings), ...findingItems(cell, judged)] : []
  }

  /** What theory warns of, until a run has shown what is. */
  private preflightItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const told = this.told.foretelling.of(cell.document)
    return told ? preflightItems(cell, told) : []
  }

  dispose(): void {
    this.listeners.dispose()
    this.changed.dispose()
  }

  /** What it makes, and how long that takes. */
  private partsOf(cell: Exclude<Cell, { kind: 'compare' }>): string[] {
    const { forecast } = this.told
    if (cell.kind === 'run') return [netText(cell.experiment), forecast.text(cell.experiment)]
    const { count } = cell.expansion
    const runs = count === 1 ? vscode.l10n.t('1 run') : vscode.l10n.t('{0} runs', count.toLocaleString('en-US'))
    return [runs, forecast.sweepText(cell)]
  }

  /** Nothing while the cell has problems: they are underlined. */
  private netItem(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const parsed = readCell(cell.document)
    if (!parsed.ok || parsed.cell.kind === 'compare') return []
    const parts = this.partsOf(parsed.cell)
    const made = statusItem(
      `$(type-hierarchy) ${parts.filter(part => part !== '').join(' · ')}`,
      vscode.l10n.t('The net this cell makes and how long training takes. Click to see every value.')
    )
    made.command = { title: '', command: COMMANDS.showResolved, arguments: [cell] }
    return [made]
  }
}

function progressItem(run: Live): vscode.NotebookCellStatusBarItem {
  const tooltip = vscode.l10n.t('How far training is. The Stop button ends it and keeps what was measured.')
  return statusItem(`$(sync~spin) ${progressText(run)}`, tooltip)
}

const staleItem = (): vscode.NotebookCellStatusBarItem =>
  statusItem(
    `$(history) ${vscode.l10n.t('output is from before your edit')}`,
    vscode.l10n.t('Run the cell to bring its output up to date.')
  )

/** What to do with an empty cell. */
function beginnings(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
  const example = statusItem(
    `$(lightbulb) ${vscode.l10n.t('Insert an example')}`,
    vscode.l10n.t('Writes a small experiment into the cell. Or press Ctrl+Space in it to see what it can say.')
  )
  example.command = { title: '', command: COMMANDS.insertExample, arguments: [cell] }
  const sample = statusItem(`$(book) ${vscode.l10n.t('Open a sample…')}`, vscode.l10n.t('Notebooks to learn from.'))
  sample.command = COMMANDS.openSample
  return [example, sample]
}

function progressText(live: Live): string {
  const { secondsLeft } = live
  const far = live.kind === 'sweep' ? sweepProgress(live) : runProgress(live)
  return secondsLeft === null ? far : `${far} · ${vscode.l10n.t('{0} left', duration(secondsLeft))}`
}

function runProgress({ epoch, epochs, progress }: LiveRun): string {
  const percent = progress.steps > 0 ? Math.floor((100 * progress.step) / progress.steps) : 0
  return vscode.l10n.t('epoch {0} of {1} · {2} %', epoch, epochs, percent)
}

function sweepProgress({ done, failed, left, running }: LiveSweep): string {
  const parts = [
    vscode.l10n.t('{0} of {1} runs', done + failed, done + failed + left),
    vscode.l10n.t('{0} running', running),
    ...(failed > 0 ? [vscode.l10n.t('{0} failed', failed)] : [])
  ]
  return parts.join(' · ')
}
