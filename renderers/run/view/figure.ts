import type { RuleName } from '../../../src/diagnosis'
import { sameChoice, type Choice } from '../../../src/figure'
import type { RunRecord } from '../../../src/record'
import { messageOf } from '../../../src/text'
import { DEFAULT_CHOICE, choiceOf, lookOf } from '../chart/choices'
import { detailPlace } from '../chart/detailPlace'
import { shownIn } from '../chart/scene'
import { quantitiesOf, type Look, type Shared } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import { startAlike } from '../numbers/timeline'
import { hasSteps, stepsTell } from '../numbers/unfolded'
import type { Theme } from '../paint/theme'
import { listen } from '../pointing/chartInput'
import { crosshairColumn } from '../pointing/crosshair'
import { Navigator, type Surroundings } from '../pointing/navigator'
import type { PlotBoxes } from '../pointing/plotBox'
import { Reading } from '../pointing/reading'
import { TEXTS } from '../words/texts'
import type { ToldFinding } from '../words/verdict'
import { ChartHost } from './chartHost'
import { cssTheme } from './cssTheme'
import { FigureFrame } from './figureFrame'
import type { TryRemedy } from './findingRow'
import { redrawing } from './redrawing'
import type { Post } from './post'
import { readRecord } from './readRecord'
import { takeAway } from './takeAway'
import type { TakeAway } from './toolbar'
import { TableFollower } from './tableFollower'
import { watchSurroundings } from './watchSurroundings'

/** What a figure asks of the notebook around it. */
export interface FigureOptions {
  /** to the extension; null where no messages reach it */
  readonly post: Post | null
  /** a person chose what to see */
  readonly onChoice: (choice: Choice) => void
  /** the colours reach farther or less far than before */
  readonly onReach: () => void
  /** a person tries a remedy; null where no cell can be inserted */
  readonly onRemedy: TryRemedy | null
  /** a person reads the figure */
  readonly onLook: () => void
}

/** One run in one notebook output: the line that names it, and its chart. Kept and updated while the run goes on. */
export class Figure implements Surroundings {
  shown: Shown | null = null
  private readonly navigator = new Navigator(this)
  private readonly reading = new Reading(() => this.options.onLook())
  private readonly frame = new FigureFrame({
    choose: look => this.choose(look),
    zoom: factor => this.navigator.zoomBy(factor),
    whole: () => this.navigator.see(null),
    take: what => void this.take(what),
    showData: wanted => this.table.want(wanted),
    foldSteps: () => void this.foldSteps(),
    marked: (finding, shown) => this.markFinding(finding, shown),
    judged: () => this.tell(),
    remedy: () => this.remedy
  })
  private readonly host = new ChartHost(this.frame.plot)
  private readonly redraw = redrawing(() => this.draw())
  private readonly table = new TableFollower(wanted => this.frame.showTable(wanted ? this.shown : null, this.look))
  private readonly unwatch: () => void
  private read: () => unknown = () => undefined
  /** whether `read` has a newer record; until it is drawn, pointer and keys are about the one on the screen */
  private stale = false
  private silenced: readonly RuleName[] = []
  private choice: Choice = DEFAULT_CHOICE
  private shared: Shared = { reaches: new Map(), scaleOf: 'notebook' }
  private reached = ''
  private width = 0
  /** until the first picture stands */
  private brief = true
  private rest = 0

  constructor(
    parent: HTMLElement,
    private readonly options: FigureOptions
  ) {
    listen(this.frame.chart, this.navigator)
    parent.replaceChildren(this.frame.root)
    const widths = { width: () => this.frame.width, drawn: () => this.width }
    this.unwatch = watchSurroundings(this.frame.root, widths, () => this.redraw.request())
  }

  get boxes(): PlotBoxes {
    return this.host.boxes
  }

  get marked(): readonly ToldFinding[] {
    return this.frame.marked
  }

  /** Rules that a person does not want to hear of this cell. */
  silence(rules: readonly RuleName[]): void {
    this.silenced = rules
    if (this.frame.silence(rules) && this.width > 0) this.redraw.request()
  }

  /** Opens the reasons of what `rule` found. */
  explain(rule: RuleName): void {
    this.frame.explain(rule)
  }

  /**
   * Shows the record that `read` gives, as a record or as its JSON: at once the first time, so that the output has its
   * height; later at the next frame, unless a newer one has come by then.
   */
  show(read: () => unknown): Promise<void> | void {
    const first = this.width === 0
    this.read = read
    this.stale = true
    return first ? this.drawFirst() : this.redraw.request()
  }

  /** Shows other quantities, as a person chose elsewhere; null: as nobody chose. */
  setChoice(choice: Choice | null): void {
    const known = sameChoice(this.choice, choice ?? DEFAULT_CHOICE)
    this.choice = choice ?? DEFAULT_CHOICE
    if (this.width > 0 && !known) this.redraw.request()
  }

  /** How far this figure's own colours reach, by quantity; nothing where its scale is its own. */
  get ownReaches(): Look['reaches'] {
    return this.look.free ? new Map() : this.host.reaches
  }

  /** What all figures of the notebook need. */
  share(shared: Shared): void {
    const other = told(shared) !== told(this.shared)
    this.shared = shared
    if (this.width > 0 && other && !this.look.free) this.redraw.request()
  }

  isIn(parent: HTMLElement): boolean {
    return this.frame.root.parentNode === parent
  }

  dispose(): void {
    clearTimeout(this.rest)
    this.redraw.cancel()
    this.unwatch()
    this.host.dispose()
    this.frame.dispose()
  }

  changed(redraw: boolean): void {
    this.tell()
    this.reading.see(this.navigator.crosshair)
    if (redraw) this.redraw.follow()
  }

  announce(): void {
    const { shown } = this
    const { crosshair } = this.navigator
    if (shown) this.frame.announce(shown, this.look, crosshairColumn(crosshair, shown), crosshair.layer)
  }

  say(text: string): void {
    this.frame.say(text)
  }

  /** Shows single steps, or hides them; a choice that is what nobody's would be is no choice. */
  foldSteps(): boolean {
    const { shown } = this
    if (!shown || !hasSteps(shown.record)) return false
    const steps = !shown.unfolded
    this.choose({ steps: steps === stepsTell(shown.record) ? null : steps })
    this.say(steps ? TEXTS.chart.stepsShown : TEXTS.chart.stepsHidden)
    return true
  }

  private get look(): Look {
    return { ...lookOf(this.choice), ...this.navigator.look, ...this.shared, brief: this.brief }
  }

  /** Leaves in the page's timeline how long the first picture took. */
  private async drawFirst(): Promise<void> {
    const start = performance.now()
    await this.redraw.now()
    performance.measure('gradnb first picture', { start })
    this.brief = false
    this.rest = window.setTimeout(() => this.redraw.follow())
  }

  private async draw(): Promise<void> {
    try {
      const record = this.stale || !this.shown ? readRecord(this.read()) : this.shown.record
      const shown = this.see(record)
      this.stale = false
      const { look } = this
      const theme = cssTheme(this.frame.root)
      this.frame.present(shown, look)
      this.width = this.frame.width
      if (this.width > 0) await this.drawIn(this.width, shown, theme, look)
      this.tell()
      this.tellReach()
      this.table.follow(record)
    } catch (error) {
      this.frame.fail(TEXTS.chart.fails(messageOf(error)))
    }
  }

  private async drawIn(width: number, shown: Shown, theme: Theme, look: Look): Promise<void> {
    const place = detailPlace(width, quantitiesOf(look).length)
    const scene = await this.host.draw(shown, theme, place.chartWidth, look)
    await this.frame.detail.draw(scene, place)
  }

  /** What is shown of `record` from now on; the crosshair stays on its epoch or step. */
  private see(record: RunRecord): Shown {
    const before = this.shown
    const shown = shownIn(record, this.look, before ?? undefined)
    if (before && !startAlike(before.timeline, shown.timeline, Math.min(before.columns, shown.columns)))
      this.navigator.shift(before, shown)
    this.shown = shown
    return shown
  }

  /** The crosshair's lines and numbers: these change under it while a run goes on. */
  private tell(): void {
    const { shown } = this
    if (!shown) return
    const { crosshair, pointer } = this.navigator
    this.frame.mark(this.navigator.marks(shown), this.navigator.zooming)
    const column = crosshairColumn(crosshair, shown)
    this.frame.tell(shown, this.look, column, crosshair.layer, crosshair.visible ? pointer : null)
  }

  /** Cells come into being far below, so it is told that one does. */
  private get remedy(): TryRemedy | null {
    const { onRemedy } = this.options
    if (onRemedy === null) return null
    return (rule, title) => {
      onRemedy(rule, title)
      this.say(title === null ? TEXTS.verdict.repairing : TEXTS.verdict.tried(title))
    }
  }

  private markFinding({ label, place }: ToldFinding, shown: boolean): void {
    this.tell()
    this.say(shown ? TEXTS.verdict.marked(place) : TEXTS.verdict.unmarked(label))
  }

  private choose(look: Partial<Look>): void {
    this.choice = choiceOf({ ...this.look, ...look })
    this.options.onChoice(this.choice)
    this.redraw.follow()
    this.table.choose()
  }

  private tellReach(): void {
    const reached = JSON.stringify([...this.ownReaches])
    if (reached === this.reached) return
    this.reached = reached
    this.options.onReach()
  }

  private async take(what: TakeAway): Promise<void> {
    const { shown, width, look } = this
    if (!shown) return
    const { record } = shown
    try {
      const theme = cssTheme(this.frame.root)
      this.frame.status(
        await takeAway(what, { record, theme, width, look, silenced: this.silenced }, this.options.post)
      )
    } catch (error) {
      this.frame.status(messageOf(error))
    }
  }
}

const told = ({ reaches, scaleOf }: Shared): string => JSON.stringify([...reaches, scaleOf])
