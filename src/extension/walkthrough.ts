import * as vscode from 'vscode'
import { isNamedDataset } from '../experiment'
import type { FigureChannel } from './figureChannel'
import { CELL_LANGUAGE } from './ids'
import { OUR_CELLS } from './newNotebook'
import { readFirst } from './problems'

/** The context keys that the walkthrough's steps wait for (completionEvents in package.json): each says that its step has been done. */
const DONE = {
  notebookMade: 'gradnb.notebookMade',
  cellRan: 'gradnb.cellRan',
  heatmapRead: 'gradnb.heatmapRead',
  netWritten: 'gradnb.netWritten',
  sampleOpened: 'gradnb.sampleOpened',
  ownDataUsed: 'gradnb.ownDataUsed'
} as const

type Step = keyof typeof DONE

/** VS Code starts to listen when a walkthrough is first shown, and hears of ours up to five seconds later. */
const TELL_AGAIN_MS = [500, 2000, 6000]

/** Ticks the walkthrough's steps when they have been done, and only then: a command that was cancelled or a cell that failed ticks none. */
export class Walkthrough implements vscode.Disposable {
  private readonly known = new Set<Step>()
  private readonly edited = new WeakSet<vscode.TextDocument>()
  private readonly listening: vscode.Disposable

  /** `samples`: where a person's copies of samples are kept. */
  constructor(
    figures: FigureChannel,
    private readonly samples: vscode.Uri
  ) {
    this.listening = vscode.Disposable.from(
      figures.onMessage(({ message }) => message.type === 'looked' && this.done('heatmapRead')),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === CELL_LANGUAGE && contentChanges.length > 0) this.edited.add(document)
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        if ([...opened, ...changed].some(mayBeWalkthrough)) this.tellAgain()
      })
    )
  }

  /** A person has done what a step says. */
  done(step: Step): void {
    if (this.known.has(step)) return
    this.known.add(step)
    void tell(step)
  }

  /** A cell has run to its end. */
  ran({ document, notebook }: vscode.NotebookCell): void {
    this.done('cellRan')
    if (this.edited.has(document) && !OUR_CELLS.includes(document.getText().trim())) this.done('netWritten')
    const cell = readFirst(document)
    const isSample = notebook.uri.path.startsWith(`${this.samples.path}/`)
    if (cell.ok && !isNamedDataset(cell.experiment.dataset) && !isSample) this.done('ownDataUsed')
  }

  dispose(): void {
    this.listening.dispose()
  }

  private tellAgain(): void {
    for (const milliseconds of TELL_AGAIN_MS)
      setTimeout(() => [...this.known].forEach(step => void tell(step)), milliseconds)
  }
}

/** The walkthrough's tab is of a kind that extensions are not told of. */
const mayBeWalkthrough = ({ isActive, input }: vscode.Tab): boolean => isActive && input === undefined

/** A key that is true before VS Code listens would never tick its step: it is true for a moment. */
async function tell(step: Step): Promise<void> {
  await vscode.commands.executeCommand('setContext', DONE[step], true)
  await vscode.commands.executeCommand('setContext', DONE[step], false)
}
