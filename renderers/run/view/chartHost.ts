import { frame } from '../chart/chart'
import { chartSignals, crosshairData, recordData, signData, type ChartData } from '../chart/chartData'
import { sceneOf, type Heat, type Scene } from '../chart/scene'
import { reachKey, windowOf, type Look } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import type { Theme } from '../paint/theme'
import type { PlotBoxes } from '../pointing/plotBox'
import { canvasMeasure } from './canvasMeasure'
import { HeatCanvas } from './heatCanvas'
import { Memo } from './memo'
import { plotBoxes } from './plotBoxes'
import { ViewHost } from './viewHost'

const NARROWEST = 240

/**
 * Draws one chart: new numbers, another crosshair and another window go into the view there is, and only another layout, quantity or theme
 * makes another. What has not changed since the last drawing is not worked out again.
 */
export class ChartHost {
  private scene: Scene | undefined
  private readonly host: ViewHost
  private readonly memo = new Memo()
  private pictures = 0
  private readonly canvases = { '': new HeatCanvas(), _beside: new HeatCanvas() }
  /** where the plots stand */
  boxes: PlotBoxes = new Map()

  constructor(parent: HTMLElement) {
    this.host = new ViewHost(parent)
  }

  async draw(shown: Shown, theme: Theme, available: number, look: Look): Promise<Scene> {
    const measure = this.memo.get('measure', [theme.fontFamily, theme.fontSize], () => canvasMeasure(theme))
    const width = Math.max(NARROWEST, available)
    const scene = sceneOf(shown.record, theme, width, look, measure, this.scene, shown)
    this.scene = scene
    const drawing = { spec: frame(scene), signals: chartSignals(scene), data: this.data(scene) }
    const view = await this.host.draw(drawing)
    if (view) this.boxes = plotBoxes(view)
    return scene
  }

  dispose(): void {
    this.host.dispose()
  }

  /** How far the colours of the last drawing reach by themselves. */
  get reaches(): Look['reaches'] {
    return new Map(
      (this.scene?.heats ?? []).flatMap(({ name, absolute, own }) =>
        own ? [[reachKey(name, absolute), own] as const] : []
      )
    )
  }

  private data(scene: Scene): ChartData {
    const { shown, look } = scene
    const lasting = this.memo.get('record', [shown, scene.layout.rows.join('\n')], () => recordData(scene))
    const keys = [scene.heats, scene.layout.arrangement, look.column, look.layer, look.brief]
    const crosshair = this.memo.get('crosshair', keys, () => crosshairData(scene))
    return Object.assign({ ...lasting, ...crosshair }, ...scene.heats.map(heat => this.heatData(scene, heat)))
  }

  private heatData(scene: Scene, heat: Heat): ChartData {
    const { shown, look, layout, theme } = scene
    const { field } = heat
    const { from, to } = windowOf(shown, look)
    const density = window.devicePixelRatio || 1
    const keys = [field, shown.timeline, from, to, layout.plotWidth, layout.heatHeight, density, theme.kind]
    const picture = this.memo.get(`picture${heat.slot}`, keys, () => [
      { image: this.canvases[heat.slot].draw(scene, heat, density), state: ++this.pictures }
    ])
    const signs = this.memo.get(`signs${heat.slot}`, [field], () => signData(field))
    return { [`picture${heat.slot}`]: picture, [`signs${heat.slot}`]: signs }
  }
}
