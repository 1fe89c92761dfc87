import { parseRecord, type RunRecord } from '../../src/record'
import { ChartHost } from './chartHost'
import { cssTheme } from './cssTheme'
import { describe } from './description'
import { element } from './dom'
import { headlineNodes } from './headlineNodes'
import { newestPerFrame } from './newestPerFrame'
import { STYLE } from './style'
import { Tooltip } from './tooltip'
import { watchTheme } from './watchTheme'

/** One run in one notebook output: the line that names it, and its chart. Kept and updated while the run goes on. */
export class Figure {
  private readonly root = element('div', 'gradnb-run')
  private readonly headline = element('div', 'gradnb-headline')
  private readonly chart = element('div', 'gradnb-chart')
  private readonly problem = element('div', 'gradnb-error')
  private readonly host = new ChartHost(this.chart)
  private readonly tooltip = new Tooltip(this.root)
  private readonly redraw = newestPerFrame(() => this.draw())
  private readonly unwatchTheme = watchTheme(() => this.redraw())
  private readonly resizes = new ResizeObserver(() => this.root.clientWidth !== this.width && this.redraw())
  private read: () => unknown = () => undefined
  private record: RunRecord | null = null
  private width = 0
  private pointer: { readonly x: number; readonly y: number } | null = null

  constructor(parent: HTMLElement) {
    this.root.append(element('style', '', STYLE), this.headline, this.chart, this.problem)
    this.problem.setAttribute('role', 'alert')
    this.problem.hidden = true
    this.chart.tabIndex = 0
    this.chart.setAttribute('role', 'img')
    this.chart.addEventListener('pointermove', event => this.point(event))
    this.chart.addEventListener('pointerleave', () => this.point(null))
    parent.replaceChildren(this.root)
    this.resizes.observe(this.root)
  }

  /**
   * Shows the record that `read` gives: at once the first time, so that the output has its height; later at the next frame,
   * unless a newer one has come by then.
   */
  show(read: () => unknown): Promise<void> | void {
    const first = this.width === 0
    this.read = read
    this.record = null
    return first ? this.redraw.now() : this.redraw()
  }

  isIn(parent: HTMLElement): boolean {
    return this.root.parentNode === parent
  }

  dispose(): void {
    this.redraw.cancel()
    this.resizes.disconnect()
    this.unwatchTheme()
    this.host.dispose()
    this.root.remove()
  }

  private async draw(): Promise<void> {
    try {
      this.record ??= parseRecord(this.read())
      this.present(null)
      this.headline.replaceChildren(...headlineNodes(this.record))
      this.chart.setAttribute('aria-label', describe(this.record))
      this.width = this.root.clientWidth
      if (this.width > 0) await this.host.draw(this.record, cssTheme(this.root), this.width)
      this.tell()
    } catch (error) {
      this.present(`This output cannot be drawn: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Either the figure or, given a `problem`, a box with that instead. */
  private present(problem: string | null): void {
    this.problem.textContent = problem ?? ''
    this.problem.hidden = problem === null
    this.headline.hidden = this.chart.hidden = problem !== null
    if (problem !== null) this.tooltip.hide()
  }

  private point(event: PointerEvent | null): void {
    this.pointer = event && { x: event.clientX, y: event.clientY }
    this.tell()
  }

  /** The tooltip for where the pointer is: numbers change under it while a run goes on. */
  private tell(): void {
    if (!this.pointer || !this.record) return this.tooltip.hide()
    const [chart, root] = [this.chart.getBoundingClientRect(), this.root.getBoundingClientRect()]
    const { x, y } = this.pointer
    const facts = this.host.factsAt(this.record, x - chart.left, y - chart.top)
    if (facts) this.tooltip.show(facts, x - root.left, y - root.top)
    else this.tooltip.hide()
  }
}
