import type { View } from 'vega'
import type { RunRecord } from '../../src/record'
import { canvasMeasure } from './canvasMeasure'
import { DEFAULT_QUANTITY, chart, heatPicture, type ChartOptions } from './chart'
import { chartData } from './chartData'
import { chartView, updateView, type LiveData } from './chartView'
import { element } from './dom'
import { factsAt } from './hover'
import type { Facts } from './facts'
import { pixelCanvas } from './pixelCanvas'
import type { Theme } from './theme'

const NARROWEST = 240

/** Keeps Vega's view of one chart: new numbers go into the view there is, and only another layout or theme makes another. */
export class ChartHost {
  private view: View | null = null
  /** the chart without its data, as text */
  private frame = ''
  private disposed = false

  constructor(private readonly parent: HTMLElement) {}

  async draw(record: RunRecord, theme: Theme, available: number): Promise<void> {
    const width = Math.max(NARROWEST, available)
    const options: ChartOptions = { measure: canvasMeasure(theme), pictureUrl: '' }
    const spec = chart(record, theme, width, options)
    const frame = JSON.stringify({ ...spec, datasets: null, description: null })
    const data = liveData(record, theme, width, options)
    if (this.view && frame === this.frame) return updateView(this.view, data)
    const holder = element('div', 'gradnb-view')
    const view = await chartView(spec, data, holder)
    if (this.disposed) return void view.finalize()
    holder.setAttribute('aria-hidden', 'true')
    this.parent.replaceChildren(holder)
    this.view?.finalize()
    this.view = view
    this.frame = frame
  }

  factsAt(record: RunRecord, x: number, y: number): Facts | null {
    return this.view && factsAt(this.view, record, DEFAULT_QUANTITY, x, y)
  }

  dispose(): void {
    this.disposed = true
    this.view?.finalize()
    this.view = null
    this.frame = ''
    this.parent.replaceChildren()
  }
}

function liveData(record: RunRecord, theme: Theme, width: number, options: ChartOptions): LiveData {
  const picture = heatPicture(record, theme, width, window.devicePixelRatio || 1, options)
  return { ...chartData(record, DEFAULT_QUANTITY, ''), picture: [{ image: pixelCanvas(picture) }] }
}
