import type { View } from 'vega'
import type { ChartSpec } from '../chart/chart'
import type { ChartData } from '../chart/chartData'
import { changeSignals, chartView } from './chartView'
import { element } from './dom'
import { ViewRows } from './viewRows'

/** A chart apart from its data. */
export interface Drawing {
  readonly spec: ChartSpec
  readonly signals: Readonly<Record<string, unknown>>
  readonly data: ChartData
}

/** Keeps Vega's view of one chart: new numbers go into the view there is, and only another specification makes another. */
export class ViewHost {
  private view: View | null = null
  /** the chart without its data, as text */
  private text = ''
  private rows = new ViewRows()
  private disposed = false

  constructor(private readonly parent: HTMLElement) {}

  /** The view that shows the drawing; null where this host was disposed of meanwhile. */
  async draw({ spec, signals, data }: Drawing): Promise<View | null> {
    // Vega asks for the screen's density when it makes a view.
    const text = JSON.stringify({ ...spec, params: null, density: window.devicePixelRatio })
    if (this.view && text === this.text) {
      changeSignals(this.view, signals)
      this.rows.change(this.view, data)
      await this.view.runAsync()
      return this.view
    }
    const holder = element('div', 'gradnb-view')
    const rows = new ViewRows()
    const view = await chartView(spec, rows.first(data), holder)
    if (this.disposed) return (view.finalize(), null)
    holder.setAttribute('aria-hidden', 'true')
    this.parent.replaceChildren(holder)
    this.view?.finalize()
    this.view = view
    this.rows = rows
    this.text = text
    return view
  }

  /** Shows nothing. */
  clear(): void {
    this.view?.finalize()
    this.view = null
    this.text = ''
    this.parent.replaceChildren()
  }

  dispose(): void {
    this.disposed = true
    this.clear()
  }
}
