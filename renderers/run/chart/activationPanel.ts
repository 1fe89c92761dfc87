import { TEXTS } from '../words/texts'
import type { Layer, Panel, Position } from './panel'
import type { Scene } from './scene'
import { strut } from './strut'
import { SHORT_NUMBER } from './shortNumber'
import { titleLayer } from './titleLayer'

/** What an activation panel draws: the function, its derivative, or both. */
export type Curves = 'value' | 'slope' | 'both'

const { activation: TEXT } = TEXTS.details

const SLOPE_DASH = [5, 3]

/** φ or φ′ of the crosshair's layer by z, `left` px of room before it; the shade is where the layer's z is, so that saturation is seen. */
export function activationPanel(scene: Scene, curves: Curves, left: number, width: number, height: number): Panel {
  const fields = curves === 'both' ? (['value', 'slope'] as const) : [curves]
  return {
    name: `activation_${curves}`,
    width,
    height,
    layer: [
      strut(left),
      ...shade(scene, height),
      ...fields.map(field => curve(scene, field)),
      titleLayer(scene.theme, scene.layout, [TEXT[curves]])
    ]
  }
}

const z: Position = { field: 'z', type: 'quantitative', scale: { domain: { expr: 'zSpan' }, nice: false, zero: false } }

function curve({ theme }: Scene, field: 'value' | 'slope'): Layer {
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
      x: { ...z, axis: { values: { expr: 'zTicks' }, title: null, grid: true, domain: false } },
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
          labelExpr: SHORT_NUMBER,
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
