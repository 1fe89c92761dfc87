import { isSameExperiment, problemLines, PROBLEMS_NAME, type Experiment } from '../experiment'
import { errorOutput, output, type Output } from '../notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../record'
import { visible } from '../text'
import { FAILED_NAME, RunFailed, StoppedEarly, type RunClient } from '../worker'
import { element } from './dom'
import type { NotebookPage } from './notebookPage'
import { PAGE_TEXTS as TEXTS } from './texts'

/** The part of the notebook's renderer that a page uses. */
interface Renderer {
  renderOutputItem(item: object, element: HTMLElement): Promise<void> | void
}

/** What a cell's view works with. */
export interface Surroundings {
  readonly page: NotebookPage
  readonly client: RunClient
  readonly renderer: Renderer
}

/** A live figure is drawn at most so often, ms. */
const DRAW_EVERY = 120

/** An experiment cell of the page: its text can be edited, and it runs. */
export class CellView {
  private readonly place: number
  private readonly text: HTMLTextAreaElement
  private readonly output: HTMLElement
  private readonly said = element('span', { role: 'status' })
  private readonly button: HTMLButtonElement
  private figure: HTMLElement | null = null
  private stop: AbortController | null = null
  private drawnAt = 0

  constructor(
    section: HTMLElement,
    private readonly around: Surroundings
  ) {
    this.place = Number(section.dataset['place'])
    this.output = section.querySelector<HTMLElement>('.output')!
    const { source } = this.cell
    this.text = element('textarea', { value: source, rows: source.split('\n').length, spellcheck: false })
    this.text.setAttribute('aria-label', TEXTS.cell(this.place))
    this.button = element('button', { textContent: TEXTS.run })
    this.button.setAttribute('aria-label', TEXTS.runCell(this.place))
    this.button.onclick = () => (this.stop ? this.stop.abort() : void this.run())
    this.text.oninput = () => this.edited()
    this.text.onkeydown = event => void (event.key === 'Enter' && (event.ctrlKey || event.shiftKey || event.metaKey) && (event.preventDefault(), this.run())) // prettier-ignore
    section
      .querySelector('.source')!
      .replaceWith(this.text, element('div', { className: 'bar' }, this.button, this.said))
    const record = this.cell.outputs.flatMap(({ items }) => items).find(({ mime }) => mime === RECORD_MIME)
    if (record) this.show(record.data)
  }

  /** Runs the cell to its end; nothing while it runs, or where it is empty. */
  async run(): Promise<void> {
    if (this.stop || this.cell.source.trim() === '') return
    const { page } = this.around
    const parsed = page.parse(this.place)
    if (!parsed.ok) return this.fail(PROBLEMS_NAME, problemLines(this.cell.source, parsed.problems))
    if (parsed.cell.kind !== 'run') return this.fail(PROBLEMS_NAME, TEXTS.manyRuns)
    this.stop = new AbortController()
    this.button.textContent = TEXTS.stop
    try {
      await this.train(parsed.cell.experiment, this.stop.signal)
    } catch (error) {
      if (!(error instanceof StoppedEarly)) this.fail(FAILED_NAME, error instanceof Error ? error.message : String(error), error instanceof RunFailed ? error.record : null) // prettier-ignore
    } finally {
      this.stop = null
      this.button.textContent = TEXTS.run
    }
  }

  private get cell() {
    return this.around.page.cell(this.place)
  }

  private async train(experiment: Experiment, signal: AbortSignal): Promise<void> {
    const { page, client } = this.around
    const record = await client.run({
      ...{ experiment, signal, files: page.filesOf(this.place, experiment) },
      onProgress: ({ step, steps }, soFar) => {
        this.said.textContent = TEXTS.progress(Math.floor((100 * step) / Math.max(1, steps)))
        if (performance.now() - this.drawnAt > DRAW_EVERY) this.show(soFar())
      }
    })
    this.keep([recordOutput(record)])
    this.show(record)
    this.said.textContent = record.events.stop?.reason === 'cancelled' ? TEXTS.stopped : TEXTS.done
  }

  /** Draws a record, or the JSON of one, where the cell's output is. */
  private show(record: unknown): void {
    this.drawnAt = performance.now()
    if (this.figure?.parentElement !== this.output) {
      this.figure = element('div')
      this.output.replaceChildren(this.figure)
    }
    const { id } = this.cell
    const item = { id, mime: RECORD_MIME, metadata: { cell: id }, json: () => record }
    void this.around.renderer.renderOutputItem(item, this.figure)
  }

  private fail(name: string, message: string, record: RunRecord | null = null): void {
    const shown = element('p', { className: 'wrong', textContent: visible(message) })
    if (record) this.show(record)
    else this.figure = null
    this.output.replaceChildren(...(record && this.figure ? [this.figure] : []), shown)
    this.keep([...(record ? [recordOutput(record)] : []), errorOutput(name, message)])
    this.said.textContent = ''
  }

  private keep(outputs: readonly Output[]): void {
    this.around.page.setOutputs(this.place, outputs)
  }

  private edited(): void {
    this.around.page.setSource(this.place, this.text.value)
    this.text.rows = this.text.value.split('\n').length
    this.said.textContent = this.isStale() ? TEXTS.stale : ''
  }

  private isStale(): boolean {
    const made = this.cell.outputs[0]?.items[0]
    if (made?.mime !== RECORD_MIME) return false
    const parsed = this.around.page.parse(this.place)
    const recorded = (made.data as { experiment?: unknown } | null)?.experiment
    return !(parsed.ok && parsed.cell.kind === 'run' && isSameExperiment(parsed.cell.experiment, recorded))
  }
}

const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))
