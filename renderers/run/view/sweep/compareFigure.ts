import { sweepVerdict, sweepVerdictText } from '../../../../src/diagnosis'
import { sweepCsv } from '../../../../src/export'
import { parseCompare, type CompareRecord } from '../../../../src/record'
import { messageOf, visibleLine } from '../../../../src/text'
import { comparePicture } from '../../chart/sweep/comparePicture'
import { compareScene, type CompareScene, type ScaledRow } from '../../chart/sweep/compareScene'
import { curvesDrawing } from '../../chart/sweep/curves'
import { legendDrawing } from '../../chart/sweep/multiples'
import type { Drawing } from '../../chart/sweep/svg'
import { COMPARE_FIGURE as WORDS, SWEEP_FIGURE } from '../../words/sweepTexts'
import { canvasMeasure } from '../canvasMeasure'
import { cssTheme } from '../cssTheme'
import { button, group, statusLine } from '../controls'
import { element } from '../dom'
import { fileNameOf } from '../files'
import { redrawing } from '../redrawing'
import { STYLE } from '../style'
import type { Post } from '../post'
import { watchSurroundings } from '../watchSurroundings'
import { differencesTable } from './differencesTable'
import { LinkedCursor } from './linkedCursor'
import { thumbPixels } from './thumbPixels'
import { takePicture, type PictureKind } from './pictureFiles'
import { svgElement } from './svgDom'
import { SWEEP_STYLE } from './sweepStyle'

const { toolbar: TEXT } = SWEEP_FIGURE
const TAKE_AWAY = ['copy', 'png', 'svg', 'csv'] as const satisfies readonly PictureKind[]
/** With no more room than this the names of layers would leave none for their colours. */
const NARROWEST = 160

/** The figure of a comparison in one notebook output. */
export class CompareFigure {
  private readonly root = element('div', 'gradnb-run gradnb-sweep gradnb-compare')
  private readonly body = element('div', 'gradnb-body')
  private readonly problem = element('div', 'gradnb-error')
  private readonly heats = element('div', 'gradnb-multiples')
  private readonly readout = element('p', 'gradnb-readout-title')
  private readonly status = statusLine()
  private readonly cursor = new LinkedCursor(this.heats, text => (this.readout.textContent = text))
  private readonly redraw = redrawing(async () => this.draw())
  private readonly unwatch: () => void
  private record: CompareRecord | null = null
  private scene: CompareScene | null = null
  private width = 0

  constructor(
    parent: HTMLElement,
    private readonly post: Post | null
  ) {
    this.problem.setAttribute('role', 'alert')
    this.problem.hidden = true
    this.readout.setAttribute('role', 'status')
    this.root.append(element('style', '', STYLE + SWEEP_STYLE), this.body, this.problem)
    parent.replaceChildren(this.root)
    const widths = { width: () => this.root.clientWidth, drawn: () => this.width }
    this.unwatch = watchSurroundings(this.root, widths, () => this.redraw.request())
  }

  show(json: unknown): void {
    try {
      this.record = parseCompare(json)
      this.draw()
    } catch (error) {
      this.fail(error)
    }
  }

  isIn(parent: HTMLElement): boolean {
    return this.root.parentNode === parent
  }

  dispose(): void {
    this.redraw.cancel()
    this.unwatch()
    this.root.remove()
  }

  private draw(): void {
    const { record } = this
    if (!record) return
    try {
      this.width = this.root.clientWidth
      const theme = cssTheme(this.root)
      this.scene = compareScene(record, theme, Math.max(NARROWEST, this.width), canvasMeasure(theme))
      this.body.replaceChildren(...(this.scene ? this.nodes(this.scene) : this.nothing(record)))
      this.body.hidden = false
      this.problem.hidden = true
    } catch (error) {
      this.fail(error)
    }
  }

  private nothing(record: CompareRecord): Node[] {
    return [titleNode(record), element('p', '', WORDS.nothing), ...missingNodes(record)]
  }

  private nodes(scene: CompareScene): Node[] {
    const { record, sweep, differences } = scene
    const { tone, best, failures } = sweepVerdict(sweep.record, sweep.metric)
    const verdict = element('div', 'gradnb-verdict')
    verdict.dataset['tone'] = tone
    verdict.append(...[best, failures].filter(text => text !== '').map(text => element('p', '', visibleLine(text))))
    const keys = element('div', 'gradnb-data')
    keys.tabIndex = 0
    keys.append(differencesTable(record))
    this.fillHeats(scene)
    return [
      titleNode(record),
      verdict,
      ...missingNodes(record),
      this.toolbar(),
      this.heats,
      this.readout,
      box(legendDrawing(sweep, scene.heats.reach)),
      element('p', 'gradnb-caption', WORDS.heats),
      ...(differences ? this.differenceNodes(scene, differences) : []),
      ...scene.notes.map(note => element('p', 'gradnb-caption', note)),
      box(
        curvesDrawing(
          sweep,
          sweep.groups.map((_, i) => i)
        )
      ),
      keys
    ]
  }

  private differenceNodes(scene: CompareScene, differences: ScaledRow): Node[] {
    const { palette } = scene.sweep
    const legend = legendDrawing(scene.sweep, differences.reach, { ramp: palette.signed, ends: WORDS.ends })
    const caption = element('p', 'gradnb-caption', WORDS.differences(firstOf(scene)))
    return [this.rowNode(scene, differences), box(legend), caption]
  }

  private fillHeats({ sweep, heats }: CompareScene): void {
    const { palette } = sweep
    const canvas = thumbPixels(
      heats.drawing,
      heats.panels,
      { ramp: palette.colors, palette, reach: heats.reach },
      window.devicePixelRatio || 1
    )
    this.heats.replaceChildren(canvas, svgElement(heats.drawing), this.cursor.overlay)
    this.cursor.show(heats.panels)
  }

  private rowNode({ sweep: { palette } }: CompareScene, row: ScaledRow): HTMLElement {
    const node = element('div', 'gradnb-multiples')
    node.append(
      thumbPixels(
        row.drawing,
        row.panels,
        { ramp: palette.signed, palette, reach: row.reach },
        window.devicePixelRatio || 1
      ),
      svgElement(row.drawing)
    )
    return node
  }

  private toolbar(): HTMLElement {
    const node = element('div', 'gradnb-toolbar')
    node.append(group(...TAKE_AWAY.map(what => button(TEXT[what], () => void this.take(what)))), this.status)
    return node
  }

  private async take(what: PictureKind): Promise<void> {
    const { scene } = this
    if (!scene) return
    const name = fileNameOf(scene.record.name ?? '', 'comparison')
    const { record, metric } = scene.sweep
    const words = [titleOf(scene.record), sweepVerdictText(sweepVerdict(record, metric))] as const
    const parts = { name, svg: () => comparePicture(scene, { words }), csv: () => sweepCsv(record) }
    try {
      this.status.textContent = await takePicture(what, parts, this.post)
    } catch (error) {
      this.status.textContent = messageOf(error)
    }
  }

  private fail(error: unknown): void {
    this.problem.textContent = SWEEP_FIGURE.cannotDraw(messageOf(error))
    this.problem.hidden = false
    this.body.hidden = true
  }
}

function box(drawing: Drawing): HTMLElement {
  const node = element('div', 'gradnb-plot-box')
  node.append(svgElement(drawing))
  return node
}

const titleOf = ({ name, items }: CompareRecord): string =>
  WORDS.title(
    name,
    items.map(({ reference }) => reference)
  )

function titleNode(record: CompareRecord): HTMLElement {
  const node = element('div', 'gradnb-headline')
  node.append(element('strong', '', visibleLine(titleOf(record))))
  return node
}

const missingNodes = ({ items }: CompareRecord): HTMLElement[] =>
  items.flatMap(item =>
    item.kind === 'missing' ? [element('p', 'gradnb-state', visibleLine(WORDS.missing(item.reference, item.why)))] : []
  )

const firstOf = ({ heats }: CompareScene): string => heats.panels[0]?.title ?? ''
