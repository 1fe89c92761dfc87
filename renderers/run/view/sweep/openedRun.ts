import { groupLabel, type SweepRecord } from '../../../../src/record'
import { visibleLine } from '../../../../src/text'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { element } from '../dom'
import { Figure } from '../figure'
import type { Post } from '../post'
import { button } from '../controls'

const { opened: WORDS } = SWEEP_FIGURE

/** The whole figure of one run of the sweep, below the sweep's; one at a time. */
export class OpenedRun {
  readonly node = element('section', 'gradnb-opened')
  private readonly title = element('p', 'gradnb-opened-title')
  private readonly place = element('div', '')
  private figure: Figure | null = null
  private run: number | null = null

  constructor(private readonly post: Post | null) {
    this.node.hidden = true
    const head = element('div', 'gradnb-opened-head')
    this.title.setAttribute('role', 'status')
    head.append(
      this.title,
      button(WORDS.close, () => this.close())
    )
    this.node.append(head, this.place)
  }

  /** Says that a run is being made again. */
  expect(run: number): void {
    this.run = run
    this.node.hidden = false
    this.title.textContent = WORDS.making(run)
    this.node.scrollIntoView({ block: 'nearest' })
  }

  /** Shows a run's record, as JSON, if it is the one that was asked for last. */
  show(sweep: SweepRecord, run: number, record: unknown): void {
    if (run !== this.run) return
    const plan = sweep.runs[run]
    this.title.textContent = WORDS.title(run, plan ? visibleLine(groupLabel(sweep, plan)) : '')
    this.figure ??= new Figure(this.place, {
      post: this.post,
      onChoice: () => {},
      onReach: () => {},
      onRemedy: null,
      onLook: () => {}
    })
    void this.figure.show(() => record)
    this.node.scrollIntoView({ block: 'nearest' })
  }

  fail(run: number, why: string): void {
    if (run === this.run) this.title.textContent = WORDS.failed(run, visibleLine(why))
  }

  close(): void {
    this.run = null
    this.node.hidden = true
    this.dispose()
  }

  dispose(): void {
    this.figure?.dispose()
    this.figure = null
    this.place.replaceChildren()
  }
}
