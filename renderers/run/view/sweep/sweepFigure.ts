import { chosenMetric, parseSweep, type SweepRecord } from '../../../../src/record'
import { messageOf } from '../../../../src/text'
import { sweepScene, type SweepScene } from '../../chart/sweep/sweepScene'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { canvasMeasure } from '../canvasMeasure'
import { cssTheme } from '../cssTheme'
import { redrawing } from '../redrawing'
import type { Post } from '../post'
import { watchSurroundings } from '../watchSurroundings'
import type { Chosen } from './groupButtons'
import { OpenedRun } from './openedRun'
import { SweepFrame } from './sweepFrame'
import { takeSweepAway } from './sweepTakeAway'
import type { SweepChoice, SweepTakeAway } from './sweepToolbar'

const NARROWEST = 240

/** The figure of a sweep in one notebook output, kept and updated while runs come back. */
export class SweepFigure {
  private record: SweepRecord | null = null
  private scene: SweepScene | null = null
  private choice: SweepChoice = {}
  private chosen: Chosen | null = null
  private width = 0
  private readonly opened: OpenedRun
  private readonly frame: SweepFrame
  private readonly redraw = redrawing(async () => this.draw())
  private readonly unwatch: () => void

  /** `cell`: the id of the cell that the output belongs to; null where it is not known, so that nothing can be asked. */
  constructor(
    parent: HTMLElement,
    private readonly cell: string | null,
    private readonly post: Post | null
  ) {
    this.opened = new OpenedRun(post)
    this.frame = new SweepFrame(
      {
        choose: choice => this.choose(choice),
        take: what => void this.take(what),
        chooseGroups: chosen => this.chooseGroups(chosen),
        open: run => this.open(run),
        insert: run => this.ask('insertRun', run)
      },
      cell !== null && post !== null,
      this.opened.node
    )
    parent.replaceChildren(this.frame.root)
    const widths = { width: () => this.frame.width, drawn: () => this.width }
    this.unwatch = watchSurroundings(this.frame.root, widths, () => this.redraw.request())
  }

  /** Shows a sweep as its record's JSON: at once the first time, so that the output has its height. */
  show(json: unknown): void {
    try {
      this.update(parseSweep(json))
    } catch (error) {
      this.fail(error)
    }
  }

  /** Shows a sweep. */
  update(record: SweepRecord): void {
    const first = this.record === null
    this.record = record
    if (first) this.draw()
    else this.redraw.request()
  }

  get shown(): SweepRecord | null {
    return this.record
  }

  isIn(parent: HTMLElement): boolean {
    return this.frame.root.parentNode === parent
  }

  /** A run was made again. */
  showRun(run: number, record: unknown): void {
    if (this.record) this.opened.show(this.record, run, record)
  }

  failRun(run: number, why: string): void {
    this.opened.fail(run, why)
  }

  dispose(): void {
    this.redraw.cancel()
    this.unwatch()
    this.opened.dispose()
    this.frame.root.remove()
  }

  private draw(): void {
    const { record } = this
    if (!record) return
    try {
      const start = performance.now()
      const theme = cssTheme(this.frame.root)
      this.width = this.frame.width
      const metric = chosenMetric(record, this.choice.metric, this.choice.level)
      const width = Math.max(NARROWEST, this.width)
      this.scene = sweepScene(record, theme, width, metric, this.choice, canvasMeasure(theme))
      this.frame.present(this.scene, this.chosen)
      performance.measure('gradnb sweep picture', { start })
    } catch (error) {
      this.fail(error)
    }
  }

  private choose(choice: SweepChoice): void {
    this.choice = { ...this.choice, ...choice }
    this.redraw.follow()
  }

  private chooseGroups(chosen: Chosen | null): void {
    this.chosen = chosen
    if (this.scene) this.frame.showChosen(this.scene, chosen)
  }

  private open(run: number): void {
    this.opened.expect(run)
    this.ask('openRun', run)
  }

  private ask(type: 'openRun' | 'insertRun', run: number): void {
    const digest = this.record?.runs[run]?.digest
    if (this.cell !== null && digest !== undefined) this.post?.({ type, cell: this.cell, run, digest })
  }

  private async take(what: SweepTakeAway): Promise<void> {
    const { scene, chosen } = this
    if (!scene) return
    const groups = chosen?.groups ?? []
    try {
      this.frame.status(
        await takeSweepAway(what, { scene, chosen: groups, runs: this.frame.runsOf(scene, chosen) }, this.post)
      )
    } catch (error) {
      this.frame.status(messageOf(error))
    }
  }

  private fail(error: unknown): void {
    this.frame.fail(SWEEP_FIGURE.cannotDraw(messageOf(error)))
  }
}
