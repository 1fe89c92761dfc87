import type { RuleName } from '../../../src/diagnosis'
import { quantitiesOf, type Look } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import { hasSteps } from '../numbers/unfolded'
import type { Mark } from '../pointing/hitTest'
import type { Zooming } from '../pointing/navigator'
import { describe } from '../words/description'
import { cellFacts, quantityFacts } from '../words/facts'
import { course } from '../words/course'
import { TEXTS } from '../words/texts'
import type { ToldFinding } from '../words/verdict'
import { dataTable } from './dataTable'
import { detailTable } from './detailTable'
import { DetailView } from './detailView'
import { element, keepKeys, setSentence } from './dom'
import type { FindingActions } from './findingRow'
import { headlineNodes } from './headlineNodes'
import { Overlay } from './overlay'
import { Readout } from './readout'
import { STYLE } from './style'
import { button } from './controls'
import { Toolbar, type ToolbarActions } from './toolbar'
import { Tooltip } from './tooltip'
import { VerdictLine } from './verdictLine'

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The figure's elements: headline, toolbar, chart with its crosshair and a detail below or beside it, finding, numbers, table, and a box
 * for what is wrong.
 */
export class FigureFrame {
  readonly root = element('div', 'gradnb-run')
  readonly chart = element('div', 'gradnb-chart')
  /** where Vega draws */
  readonly plot = element('div', 'gradnb-plot')
  readonly detail: DetailView
  private readonly headline = element('div', 'gradnb-headline')
  private readonly verdict: VerdictLine
  private readonly finding = element('p', 'gradnb-finding')
  private readonly body = element('div', 'gradnb-body')
  private readonly problem = element('div', 'gradnb-error')
  private readonly live = element('div', 'gradnb-live')
  private readonly table = element('div', 'gradnb-data')
  private readonly numbers = element('div', '')
  private readonly toolbar: Toolbar
  private readonly overlay = new Overlay()
  private readonly readout = new Readout()
  private readonly tooltip: Tooltip

  constructor(actions: ToolbarActions & FindingActions) {
    this.toolbar = new Toolbar(actions)
    this.detail = new DetailView(detail => actions.choose({ detail }))
    this.verdict = new VerdictLine(actions)
    this.chart.append(this.plot, this.overlay.node)
    this.chart.tabIndex = 0
    this.chart.setAttribute('role', 'application')
    this.chart.setAttribute('aria-roledescription', TEXTS.chart.role)
    this.problem.setAttribute('role', 'alert')
    this.problem.hidden = this.table.hidden = true
    this.live.setAttribute('aria-live', 'polite')
    this.table.tabIndex = 0
    this.table.setAttribute('role', 'group')
    this.table.setAttribute('aria-label', TEXTS.table.label)
    keepKeys(this.table)
    const open = button(TEXTS.table.open, () => actions.take('open'))
    this.table.append(open, this.numbers)
    this.body.append(
      this.headline,
      this.verdict.node,
      this.toolbar.node,
      this.table,
      this.stage(),
      this.finding,
      this.readout.node,
      this.live
    )
    this.root.append(element('style', '', STYLE), this.body, this.problem)
    this.tooltip = new Tooltip(this.chart)
  }

  /** The chart and its detail. */
  private stage(): HTMLElement {
    const stage = element('div', 'gradnb-stage')
    stage.append(this.chart, this.detail.node)
    return stage
  }

  get width(): number {
    return this.root.clientWidth
  }

  /** Everything but the chart itself. */
  present(shown: Shown, look: Look): void {
    const { record, unfolded } = shown
    this.problem.hidden = true
    this.body.hidden = false
    this.headline.replaceChildren(...headlineNodes(record))
    this.toolbar.show(look, hasSteps(record) ? unfolded : null)
    this.chart.setAttribute(
      'aria-description',
      TEXTS.chart.description(quantitiesOf(look).map(name => TEXTS.symbols[name]))
    )
    this.chart.setAttribute('aria-label', describe(record, look.quantity, look.brief))
    this.verdict.show(record, look.brief)
    setSentence(this.finding, course(record, look.quantity, look.brief))
  }

  dispose(): void {
    this.verdict.dispose()
    this.detail.dispose()
    this.root.remove()
  }

  /** A box that says what is wrong instead of the figure. */
  fail(problem: string): void {
    this.problem.textContent = problem
    this.problem.hidden = false
    this.body.hidden = true
    this.tooltip.hide()
  }

  /** The findings that the heatmap marks. */
  get marked(): readonly ToldFinding[] {
    return this.verdict.marked
  }

  /** True if other rules than before are not to be heard. */
  silence(rules: readonly RuleName[]): boolean {
    return this.verdict.silence(rules)
  }

  explain(rule: RuleName): void {
    this.verdict.explain(rule)
  }

  mark(marks: readonly Mark[], zooming: Zooming): void {
    this.overlay.show(marks)
    this.toolbar.showZooming(zooming)
  }

  /** The numbers at the crosshair, and at the pointer if there is one. */
  tell(shown: Shown, look: Look, column: number, layer: number, pointer: Point | null): void {
    this.readout.show(cellFacts(shown, column, layer, look.brief))
    const facts = pointer && quantityFacts(shown, quantitiesOf(look), column, layer)
    if (facts) this.tooltip.show(facts, pointer.x, pointer.y)
    else this.tooltip.hide()
  }

  /** Tells a screen reader what stands under the crosshair that a key has moved. */
  announce(shown: Shown, look: Look, column: number, layer: number): void {
    const facts = quantityFacts(shown, quantitiesOf(look), column, layer)
    if (facts) this.say(TEXTS.facts.spoken(facts.title, facts.facts))
  }

  say(text: string): void {
    this.live.textContent = text
  }

  status(text: string): void {
    this.toolbar.say(text)
  }

  showTable(shown: Shown | null, look: Look): void {
    this.table.hidden = shown === null
    this.numbers.replaceChildren(...(shown ? [dataTable(shown, look.quantity), ...detailTable(shown, look)] : []))
  }
}
