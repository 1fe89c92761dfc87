import type { Spec, View } from 'vega'
import embed from 'vega-embed'
import type { TopLevelSpec } from 'vega-lite'
import type { ChartData } from '../chart/chartData'

/**
 * Vega's view of a chart inside `element`, drawn once; it writes into the rows of `data`. Tooltips are our own: Vega's
 * would need its style sheet.
 */
export async function chartView(spec: TopLevelSpec, data: ChartData, element: HTMLElement): Promise<View> {
  const options = { mode: 'vega-lite', renderer: 'canvas', actions: false, tooltip: false, hover: false } as const
  const { view } = await embed(element, spec, { ...options, patch: vega => withCanvas(withData(vega, data)) })
  return view
}

/** Other signals in the same chart, where they differ. */
export function changeSignals(view: View, signals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(signals))
    if (JSON.stringify(view.signal(name)) !== JSON.stringify(value)) view.signal(name, value)
}

/** The rows stand in the chart from the start: it is drawn once and not first without them. */
function withData(spec: Spec, rows: ChartData): Spec {
  const data = spec.data?.map(set => (rows[set.name] ? { ...set, values: rows[set.name] } : set))
  return { ...spec, data } as Spec
}

interface JsonSpec {
  marks?: readonly object[]
  type?: string
  encode?: { update?: Record<string, unknown> }
}

/**
 * Vega-Lite's image mark takes an address, which loads in its own time and would flicker at every epoch; Vega's also
 * takes a canvas. The mark stays the same otherwise.
 */
function withCanvas<Part extends JsonSpec>(part: Part): Part {
  if (part.type === 'image' && part.encode?.update) {
    delete part.encode.update['url']
    part.encode.update['image'] = { field: 'image' }
  }
  part.marks?.forEach(withCanvas)
  return part
}
