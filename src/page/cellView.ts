import { problemLines } from '../experiment'
import type { Cell } from '../notebook'
import { messageOf } from '../text'
import { isStale } from '../verify/isStale'
import { CellBar } from './cellBar'
import { CellEditor } from './cellEditor'
import { CellFigure } from './cellFigure'
import type { Figures } from './figures'
import { MissingFile } from './notebookPage'
import { runCell, type Listener, type Runner } from './runCell'
import { PAGE_TEXTS as TEXTS } from './texts'

/** What a cell's view works with. */
export interface Surroundings extends Runner {
  readonly figures: Figures
  /** a cell's text changed: others may refer to it */
  edited(): void
  /** takes a cell out of the page */
  remove(id: string): void
}

/** Problems are told once a person rests, ms. */
const PAUSE = 400

/** An experiment cell of the page: its text can be edited, and it runs. */
export class CellView {
  private readonly editor: CellEditor
  private readonly bar: CellBar
  private readonly figure: CellFigure
  private stopping: AbortController | null = null
  private pause: ReturnType<typeof setTimeout> | undefined
  private editedHere = false

  /** `added`: whether the cell was inserted in the page, so that it can be removed there. */
  constructor(
    readonly id: string,
    readonly section: HTMLElement,
    private readonly around: Surroundings,
    added = false
  ) {
    this.editor = new CellEditor(id, this.cell.source, { edited: source => this.edited(source), run: () => void this.run() }) // prettier-ignore
    this.bar = new CellBar({
      run: () => (this.stopping ? this.stop() : void this.run()),
      remove: added ? () => around.remove(id) : null
    })
    const output = section.querySelector<HTMLElement>('.output')!
    this.figure = new CellFigure(output, around.figures, () => this.cell)
    section.querySelector('.source')!.replaceWith(this.editor.node, this.bar.node)
    if (this.cell.outputs.length > 0) this.figure.show()
    const why = around.page.whyMissing(id)
    if (why !== null) this.bar.say(TEXTS.cannotRun(why))
  }

  /** Runs the cell to its end; nothing while it runs, or where it is empty. */
  async run(): Promise<void> {
    if (this.stopping || this.cell.source.trim() === '') return
    await this.work(async listener => {
      const { outputs, status } = await runCell(this.id, this.around, listener)
      if (outputs !== null) this.around.page.setOutputs(this.id, outputs)
      this.editedHere = false
      this.figure.show()
      return status
    })
  }

  stop(): void {
    this.stopping?.abort()
  }

  /** Does something about the cell that a person can stop, and says what came of it. */
  async work(task: (listener: Listener) => Promise<string>): Promise<void> {
    if (this.stopping) return
    const { signal } = (this.stopping = new AbortController())
    this.bar.begin()
    let status = ''
    try {
      status = await task({
        signal,
        progress: (share, text) => this.bar.progress(share, text),
        run: soFar => this.figure.showRun(soFar),
        sweep: soFar => this.figure.showSweep(soFar)
      })
    } catch (error) {
      status = messageOf(error)
      if (!(error instanceof MissingFile)) throw error
    } finally {
      this.stopping = null
      this.bar.end(status)
    }
    if (this.around.page.has(this.id)) this.refresh()
  }

  /** Says what came of something. */
  say(text: string): void {
    this.bar.say(text)
  }

  /** Labels by the cell's place, and what is to be said of its text and output, as both may depend on other cells. */
  refresh(): void {
    const { page } = this.around
    const place = page.placeOf(this.id)
    this.section.setAttribute('aria-label', TEXTS.section(place))
    this.editor.setPlace(place)
    this.bar.setPlace(place)
    if (!this.stopping) this.judge()
  }

  /** Brings the cell into view. */
  reveal(): void {
    this.section.scrollIntoView({ block: 'nearest' })
    this.editor.focus()
  }

  dispose(): void {
    this.stop()
    clearTimeout(this.pause)
    this.figure.clear()
    this.section.remove()
  }

  private get cell(): Cell {
    return this.around.page.cell(this.id)
  }

  private edited(source: string): void {
    this.editedHere = true
    this.around.page.setSource(this.id, source)
    this.editor.showProblems('')
    this.judgeOutput()
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.around.edited(), PAUSE)
  }

  private judge(): void {
    const parsed = this.around.page.parse(this.id)
    const isEmpty = this.cell.source.trim() === ''
    const lines = parsed.ok || isEmpty ? '' : problemLines(this.cell.source, parsed.problems)
    this.editor.showProblems(this.isTold(lines) ? '' : lines)
    this.judgeOutput()
  }

  /** Whether the output says so already. */
  private isTold(lines: string): boolean {
    return lines !== '' && this.cell.outputs.length > 0 && !isStale(this.cell, this.around.page.parse(this.id))
  }

  private judgeOutput(): void {
    const stale = isStale(this.cell, this.around.page.parse(this.id))
    this.section.classList.toggle('stale', stale)
    const says = [TEXTS.stale, TEXTS.outdated].includes(this.bar.saying)
    if (stale) this.bar.say(this.editedHere || this.around.page.isEdited ? TEXTS.stale : TEXTS.outdated)
    else if (says) this.bar.say('')
  }
}
