import * as vscode from 'vscode'
import { attemptText, loud, repairText, type Repair, type RuleName, type Trial } from '../diagnosis'
import { SWEEP_MIME } from '../record'
import { visibleLine } from '../text'
import type { Findings, Judged } from './findings'
import { isThere } from './isThere'
import type { LiveRuns } from './liveRuns'
import { Queues } from './queues'
import type { ReadOnly } from './readOnly'
import { insertRemedy } from './remedyCells'
import { searchRemedy, type TrialParts } from './remedyTrials'
import { Repairs } from './repairs'

/** What trying remedies needs of the extension. */
export interface RemedyParts extends TrialParts {
  readonly findings: Findings
  readonly live: LiveRuns
  readonly readOnly: ReadOnly
}

/** The cell that tries a remedy; null where there is none. */
type Tried = vscode.NotebookCell | null

/** Tries remedies of what was found in cells, as buttons and light bulbs ask for. What cannot be done is told, and why. */
export class Remedies implements vscode.Disposable {
  /** one after the other, so that each cell gets a name of its own */
  private readonly insertions = new Queues()
  private readonly repairs = new Repairs()

  constructor(private readonly parts: RemedyParts) {}

  /** Inserts a cell below `cell` that is the same with one remedy of what `rule` found, and runs it, with the same seed. Gives that cell. */
  async apply(cell: vscode.NotebookCell, rule: RuleName, title: string): Promise<Tried> {
    const judged = this.judgedOrTell(cell)
    if (judged === null) return null
    const found = judged.findings.filter(each => each.rule === rule)
    const remedy = found.flatMap(({ remedies }) => remedies).find(each => each.title === title)
    if (remedy === undefined) return tell(vscode.l10n.t('No rule has found anything in this cell.'))
    return this.insert(cell, judged, rule, { titles: [title], edits: remedy.edits })
  }

  /** Tries remedies of the worst finding beside the notebook, and inserts the first that helps. A person sees which is tried, and can stop it. Gives that cell. */
  async repair(cell: vscode.NotebookCell): Promise<Tried> {
    const judged = this.judgedOrTell(cell)
    if (judged === null) return null
    const [target] = loud(judged)
    if (!target) return tell(vscode.l10n.t('No rule has found anything in this cell.'))
    return this.repairs.during(cell, async stop =>
      (await this.parts.readOnly.refuses(cell)) ? null : this.search(cell, judged, target.rule, stop)
    )
  }

  /** Stops the repairs of one notebook, or all. Gives how many there were. */
  stop(notebook?: vscode.NotebookDocument): number {
    return this.repairs.stop(notebook)
  }

  dispose(): void {
    this.repairs.dispose()
  }

  private async search(
    cell: vscode.NotebookCell,
    judged: Judged,
    rule: RuleName,
    stop: AbortController
  ): Promise<Tried> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Repairing'),
      cancellable: true
    }
    const found = await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => stop.abort())
      return searchRemedy(this.parts, cell, judged.record, progress, stop.signal)
    })
    if ('stoppedAfter' in found) return isThere(cell) ? tell(stoppedText(found.stoppedAfter)) : null
    if (found.helped === null) {
      void tellTried(found)
      return null
    }
    if (this.parts.findings.of(cell)?.record !== judged.record) return tell(CHANGED())
    return this.insert(cell, judged, rule, found.helped)
  }

  private insert(cell: vscode.NotebookCell, { record }: Judged, rule: RuleName, trial: Trial): Promise<Tried> {
    return this.insertions.add(cell.notebook, async () => {
      if (await this.parts.readOnly.refuses(cell)) return null
      const tried = await insertRemedy(cell, record, rule, trial)
      return tried ?? tell(vscode.l10n.t('No cell could be inserted: the notebook cannot be changed. Is it read-only?'))
    })
  }

  /** The run that the cell shows and what is wrong with it; null, with a sentence, where that is not known. */
  private judgedOrTell(cell: vscode.NotebookCell): Judged | null {
    const { live, findings } = this.parts
    const judged = findings.now(cell)
    if (judged === null) tell(live.get(cell) ? RUNNING() : showsMany(cell) ? MANY() : CHANGED())
    return judged
  }
}

/** Tells why no cell tries anything. */
function tell(sentence: string): null {
  void vscode.window.showInformationMessage(sentence)
  return null
}

/** That nothing helped, and what was tried for those who want to know. */
async function tellTried(repair: Repair): Promise<void> {
  const { before, target, attempts } = repair
  const details = vscode.l10n.t('What was tried')
  const offers = attempts.length === 0 ? [] : [details]
  const chosen = await vscode.window.showInformationMessage(visibleLine(repairText(repair)), ...offers)
  if (chosen === undefined || target === null) return
  const content = attempts.map(attempt => visibleLine(attemptText(attempt, before, target.rule))).join('\n')
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }), { preview: true })
}

const showsMany = ({ outputs }: vscode.NotebookCell): boolean =>
  outputs.some(({ items }) => items.some(({ mime }) => mime === SWEEP_MIME))

const CHANGED = (): string => vscode.l10n.t('Run the cell first: it has changed.')
const RUNNING = (): string => vscode.l10n.t('The cell is still running: wait for its end, or stop it.')
const MANY = (): string => vscode.l10n.t('This cell makes many runs. Insert one of them as a cell, and repair that.')

const stoppedText = (runs: number): string =>
  vscode.l10n.t(
    'The repair was stopped, and the notebook is as it was. Runs that had ended without helping: {0}.',
    runs
  )
