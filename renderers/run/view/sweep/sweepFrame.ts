import { sweepVerdict } from '../../../../src/diagnosis'
import { sweepTitle } from '../../../../src/export'
import { countFates } from '../../../../src/record'
import { visibleLine } from '../../../../src/text'
import { curvesDrawing } from '../../chart/sweep/curves'
import { metricDrawing } from '../../chart/sweep/metricPlot'
import { legendDrawing, multiplesCaption, multiplesDrawing } from '../../chart/sweep/multiples'
import { placedThumbs } from '../../chart/sweep/placedThumbs'
import { multiplesLayout } from '../../chart/sweep/multiplesLayout'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { element } from '../dom'
import { STYLE } from '../style'
import { groupButtons, type Chosen } from './groupButtons'
import { svgElement } from './svgDom'
import { SWEEP_STYLE } from './sweepStyle'
import { SweepTable } from './sweepTable'
import { SweepToolbar, type SweepToolbarActions } from './sweepToolbar'
import { thumbPixels } from './thumbPixels'

export interface SweepActions extends SweepToolbarActions {
  chooseGroups(chosen: Chosen | null): void
  open(run: number): void
  insert(run: number): void
}

/** The elements of a sweep's figure: title, verdict, toolbar, small multiples, curves, metric, table, and the run that was opened. */
export class SweepFrame {
  readonly root = element('div', 'gradnb-run gradnb-sweep')
  private readonly body = element('div', 'gradnb-body')
  private readonly problem = element('div', 'gradnb-error')
  private readonly title = element('div', 'gradnb-headline')
  private readonly verdict = element('div', 'gradnb-verdict')
  private readonly multiples = element('div', 'gradnb-multiples')
  private readonly legend = element('div', 'gradnb-plot-box')
  private readonly caption = element('p', 'gradnb-caption')
  private readonly curves = element('div', 'gradnb-plot-box')
  private readonly metric = element('div', 'gradnb-plot-box')
  private readonly toolbar: SweepToolbar
  private readonly table: SweepTable

  constructor(
    private readonly actions: SweepActions,
    canAsk: boolean,
    opened: HTMLElement
  ) {
    this.toolbar = new SweepToolbar(actions)
    this.table = new SweepTable({ open: run => actions.open(run), insert: run => actions.insert(run), showAll: () => actions.chooseGroups(null) }, canAsk) // prettier-ignore
    this.problem.setAttribute('role', 'alert')
    this.problem.hidden = true
    this.verdict.setAttribute('role', 'status')
    this.root.setAttribute('role', 'figure')
    this.body.append(this.title, this.verdict, this.toolbar.node, this.multiples, this.legend, this.caption)
    this.body.append(this.curves, this.metric, this.table.node, opened)
    this.root.append(element('style', '', STYLE + SWEEP_STYLE), this.body, this.problem)
  }

  get width(): number {
    return this.root.clientWidth
  }

  present(scene: SweepScene, chosen: Chosen | null): void {
    this.problem.hidden = true
    this.body.hidden = false
    this.title.replaceChildren(...titleNodes(scene))
    this.root.setAttribute('aria-label', visibleLine(sweepTitle(scene.record)))
    this.showVerdict(scene)
    this.toolbar.show(scene)
    this.showMultiples(scene, chosen)
    const metric = metricDrawing(scene)
    this.metric.hidden = metric === null
    this.metric.replaceChildren(...(metric ? [svgElement(metric)] : []))
    this.showChosen(scene, chosen)
  }

  /** What depends on the groups that were chosen. */
  showChosen(scene: SweepScene, chosen: Chosen | null): void {
    const { record, metric } = scene
    for (const node of this.multiples.querySelectorAll('.gradnb-groups')) this.replaceButtons(node, scene, chosen)
    this.curves.replaceChildren(svgElement(curvesDrawing(scene, chosen?.groups ?? [])))
    this.table.show({ record, runs: this.runsOf(scene, chosen), filter: chosen?.name ?? null, level: metric.level })
  }

  /** The runs of the chosen groups, or all. */
  runsOf({ record, groups }: SweepScene, chosen: Chosen | null): number[] {
    return chosen === null ? record.runs.map((_, i) => i) : chosen.groups.flatMap(group => groups[group]?.runs ?? [])
  }

  status(text: string): void {
    this.toolbar.say(text)
  }

  /** A box that says what is wrong instead of the figure. */
  fail(problem: string): void {
    this.problem.textContent = problem
    this.problem.hidden = false
    this.body.hidden = true
  }

  private showVerdict({ record, metric }: SweepScene): void {
    const { tone, best, failures } = sweepVerdict(record, metric)
    this.verdict.dataset['tone'] = tone
    const texts = [best, failures].filter(text => text !== '').map(text => element('p', '', visibleLine(text)))
    texts[0]?.classList.add('gradnb-verdict-line')
    const known = [...this.verdict.children].map(node => node.textContent).join()
    if (known !== texts.map(node => node.textContent).join()) this.verdict.replaceChildren(...texts)
  }

  private showMultiples(scene: SweepScene, chosen: Chosen | null): void {
    const layout = multiplesLayout(scene)
    const { thumbs, colors } = placedThumbs(scene, layout)
    const size = { width: scene.width, height: layout.height }
    const canvas = thumbPixels(size, thumbs, colors, window.devicePixelRatio || 1)
    const buttons = groupButtons(scene, layout, chosen, next => this.actions.chooseGroups(next))
    const focused = this.focusedButton()
    this.multiples.replaceChildren(canvas, svgElement(multiplesDrawing(scene, layout)), buttons)
    if (focused >= 0) (buttons.children[focused] as HTMLElement | undefined)?.focus()
    this.legend.replaceChildren(svgElement(legendDrawing(scene, colors.reach)))
    this.caption.textContent = multiplesCaption(scene)
  }

  private replaceButtons(node: Element, scene: SweepScene, chosen: Chosen | null): void {
    const focused = this.focusedButton()
    const buttons = groupButtons(scene, multiplesLayout(scene), chosen, next => this.actions.chooseGroups(next))
    node.replaceWith(buttons)
    if (focused >= 0) (buttons.children[focused] as HTMLElement | undefined)?.focus()
  }

  /** The place of the button that has the focus, which drawing anew must not take; -1 if none has. */
  private focusedButton(): number {
    const { activeElement } = document
    const holder = activeElement?.parentElement
    return holder?.classList.contains('gradnb-groups') && this.multiples.contains(holder)
      ? [...holder.children].indexOf(activeElement!)
      : -1
  }
}

/** "rates — spiral; …", and how far it is. */
function titleNodes({ record }: SweepScene): Node[] {
  const { missing } = countFates(record.runs)
  const name = element('strong', '', visibleLine(sweepTitle(record)))
  if (missing === 0) return [name]
  const state = element(
    'span',
    'gradnb-state',
    ` ${SWEEP_FIGURE.state.some(record.runs.length - missing, record.runs.length)}`
  )
  return [name, state]
}
