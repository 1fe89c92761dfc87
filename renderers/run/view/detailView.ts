import { detailFrame } from '../chart/chart'
import { detailOf, type Detail } from '../chart/detail'
import { detailRoom, type DetailPlace } from '../chart/detailPlace'
import type { Scene } from '../chart/scene'
import { shownDetail, type DetailName } from '../numbers/details'
import { epochOf } from '../numbers/look'
import { DetailTabs } from './detailTabs'
import { element } from './dom'
import { Memo } from './memo'
import { pictureCanvas } from './pictureCanvas'
import { ViewHost } from './viewHost'

/** What stands below or beside the chart: its switch, its words and its picture. */
export class DetailView {
  readonly node = element('div', 'gradnb-detail')
  private readonly panel = element('div', 'gradnb-detail-panel')
  private readonly title = element('div', 'gradnb-detail-title')
  private readonly sentence = element('p', 'gradnb-detail-sentence')
  private readonly plot = element('div', 'gradnb-detail-plot')
  private readonly tabs: DetailTabs
  private readonly host = new ViewHost(this.plot)
  private readonly memo = new Memo()
  private pictures = 0

  constructor(choose: (detail: DetailName) => void) {
    this.tabs = new DetailTabs(this.panel, choose)
    this.panel.setAttribute('role', 'tabpanel')
    this.plot.setAttribute('aria-hidden', 'true')
    this.panel.append(this.title, this.sentence, this.plot)
    this.node.append(this.tabs.node, this.panel)
  }

  /** Draws what is chosen; `brief`: its words and its place alone, as the chart comes first. */
  async draw(scene: Scene, place: DetailPlace): Promise<void> {
    const { record, look } = scene
    this.tabs.show(record, look)
    this.node.dataset['beside'] = String(place.beside)
    this.node.style.width = place.beside ? `${place.detailWidth}px` : ''
    const detail = this.detail(scene, place)
    this.node.style.setProperty('--gradnb-left', `${place.beside ? 0 : detail.left}px`)
    this.setText(this.title, detail.title)
    this.setText(this.sentence, detail.sentence)
    this.plot.style.minHeight = `${heightOf(detail)}px`
    if (detail.rows.length === 0) this.host.clear()
    else if (!look.brief) await this.host.draw(this.drawing(scene, detail))
  }

  dispose(): void {
    this.host.dispose()
  }

  /** All but φ, which follows the crosshair, changes with what was recorded alone. */
  private detail(scene: Scene, place: DetailPlace): Detail {
    const { record, shown, look, theme, layout } = scene
    const name = shownDetail(record, look)
    const keys = [
      ...[
        name,
        theme.kind,
        theme.fontFamily,
        theme.fontSize,
        theme.foreground,
        place.detailWidth,
        place.beside,
        layout.gutter
      ],
      ...[layout.plotWidth, record.distributions, record.outcomes, record.frames, record.subject, record.layers],
      ...[record.events.stop, look.brief, name === 'activation' ? shown : null],
      ...(name === 'histograms' ? [] : [epochOf(shown, look), look.column, look.layer])
    ]
    return this.memo.get('detail', keys, () => detailOf(scene, detailRoom(place, layout)))
  }

  private drawing(scene: Scene, detail: Detail) {
    const { signals, data, pictures } = detail
    const canvases = this.memo.get('pictures', [detail], () =>
      Object.entries(pictures).map(([name, all]) => [
        name,
        all.map(({ x, y, picture }) => ({ x, y, image: pictureCanvas(picture), state: ++this.pictures }))
      ])
    )
    const spec = this.memo.get('spec', [detail], () => detailFrame(scene, detail))
    return { spec, signals, data: { ...data, ...(Object.fromEntries(canvases) as typeof data) } }
  }

  private setText(node: HTMLElement, text: string): void {
    if (node.textContent !== text) node.textContent = text
    node.hidden = text === ''
  }
}

/** About what its rows will take, so that nothing moves when they are drawn. */
const heightOf = ({ rows, extra }: Detail): number =>
  rows.reduce((sum, panels) => sum + Math.max(...panels.map(({ height }) => Number(height))), extra)
