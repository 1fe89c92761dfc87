import { TEXTS } from '../words/texts'
import type { Layer, Panel, Position } from './panel'
import type { Scene } from './scene'
import { titleLayer, titleMiddle } from './titleLayer'

/** What an activation panel draws: the function, its derivative, or both. */
export type Curves = 'value' | 'slope' | 'both'

const { activation: TEXT } = TEXTS

const SLOPE_DASH = [5, 3]

/** φ or φ′ of the crosshair's layer by z; the shade is where the layer's z is, so that saturation is seen. */
export function activationPanel(scene: Scene, curves: Curves, width: number, height: number): Panel {
  const { theme, layout, measure } = scene
  const labelled = curves !== 'value'
  const bold = (text: string) => measure(text) * 1.1
  const slope = curves === 'both' ? TEXT.slopeDashed : TEXT.slope
  const shaded = TEXT.withShade(slope)
  const words = bold(shaded) <= width ? shaded : slope
  return {
    name: `activation_${curves}`,
    width,
    height,
    layer: [
      ...shade(scene, height),
      ...(curves === 'both'
        ? [curve(scene, 'value', labelled), curve(scene, 'slope', labelled)]
        : [curve(scene, curves, labelled)]),
      ...(curves === 'value' ? [title(scene, 0)] : []),
      ...(curves === 'slope' ? [titleLayer(theme, layout, [words])] : []),
      ...(curves === 'both' ? [title(scene, 1), titleLayer(theme, layout, [words])] : [])
    ]
  }
}

const z: Position = { field: 'z', type: 'quantitative', scale: { domain: { expr: 'zSpan' }, nice: false, zero: false } }

function curve({ theme }: Scene, field: 'value' | 'slope', labelled: boolean): Layer {
  return {
    data: { name: 'activation' },
    mark: {
      type: 'line',
      strokeWidth: 1.5,
      color: theme.foreground,
      clip: true,
      ...(field === 'slope' ? { strokeDash: SLOPE_DASH } : {})
    },
    encoding: {
      x: {
        ...z,
        axis: { values: { expr: 'zTicks' }, title: null, labels: labelled, ticks: labelled, grid: true, domain: false }
      },
      y: {
        field,
        type: 'quantitative',
        scale: { zero: true, nice: 3 },
        axis: {
          title: null,
          tickCount: 3,
          grid: true,
          domain: false,
          ticks: false,
          format: '~g',
          minExtent: 0,
          maxExtent: 24
        }
      }
    }
  }
}

/** From the 1 % to the 99 % quantile of z, with a line at the median. */
function shade({ theme }: Scene, height: number): Layer[] {
  const y = { y: { value: 0 }, y2: { value: height } }
  return [
    {
      data: { name: 'z' },
      mark: { type: 'rect', color: theme.shade, clip: true },
      encoding: { x: { ...z, field: 'from' }, x2: { field: 'to' }, ...y }
    },
    {
      data: { name: 'z' },
      mark: { type: 'rule', color: theme.healthy, strokeWidth: 1.5, clip: true },
      encoding: { x: { ...z, field: 'middle' }, ...y }
    }
  ]
}

/** The function's and the layer's name: they change with the crosshair. */
function title({ theme, layout }: Scene, linesBelow: number): Layer {
  return {
    data: { name: 'activation_title' },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      fontWeight: 600,
      fontSize: layout.text,
      color: theme.foreground
    },
    encoding: {
      x: { value: 0 },
      y: { value: titleMiddle(layout) - linesBelow * Math.round(layout.text * 1.35) },
      text: { field: 'text', type: 'nominal' }
    }
  }
}
