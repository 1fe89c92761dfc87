import { namedRows } from './heatPanel'
import type { Layer, Panel, Position } from './panel'
import type { Heat, Scene } from './scene'
import { INIT_DASH, keyPlace, profileKey } from './profileKey'
import { theoryKey, theoryLayers } from './theoryLayers'
import { titleLayer } from './titleLayer'

const HEALTHY_DASH = [2, 3]

/** One line of a quantity by layer, on the heatmap's rows: the chosen epoch against the one before training. */
export function profilePanel(scene: Scene, heat: Heat): Panel {
  const { theme, layout } = scene
  const place = keyPlace(scene, heat)
  return {
    name: `profile${heat.slot}`,
    width: layout.profileWidth,
    height: layout.heatHeight,
    layer: [
      outline(scene),
      ...theoryLayers(scene, heat, places(heat), rows(scene)),
      ...healthyRule(scene, heat),
      line(scene, heat, 'init'),
      line(scene, heat, 'chosen'),
      points(scene, heat),
      signs(scene, heat),
      titleLayer(theme, layout, place.beside ? place.lines : [...place.lines, '']),
      ...profileKey(scene, heat, place.left),
      ...theoryKey(scene, heat, place.beside)
    ]
  }
}

const rowScale = ({ layout: { rows } }: Scene): Position => ({
  field: 'row',
  type: 'nominal',
  sort: null,
  scale: { type: 'point', domain: [...rows], padding: 0.5 },
  axis: null
})

/** Below each other the profile names its rows itself. */
const rows = (scene: Scene): Position =>
  scene.layout.arrangement === 'column'
    ? {
        ...rowScale(scene),
        axis: {
          title: null,
          values: namedRows(scene.layout.rows, scene.layout.rowStep),
          ticks: false,
          domain: false,
          grid: false
        }
      }
    : rowScale(scene)

const places = ({ slot }: Heat): Position => ({
  field: 'x',
  type: 'quantitative',
  scale: { domain: { expr: `profileSpan${slot}` }, nice: false, zero: false },
  axis: {
    values: { expr: `profileTicks${slot}` },
    title: null,
    grid: true,
    domain: false,
    labelOverlap: true,
    labelExpr: `profileLabels${slot}[indexof(profileTicks${slot}, datum.value)]`
  }
})

const outline = ({ theme, layout: { profileWidth, heatHeight } }: Scene): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rect', filled: false, stroke: theme.border, strokeWidth: 1 },
  encoding: { x: { value: 0 }, x2: { value: profileWidth }, y: { value: 0 }, y2: { value: heatHeight } }
})

/** Where the colours call a magnitude healthy. */
function healthyRule({ theme }: Scene, { scale, slot }: Heat): Layer[] {
  if (scale.kind === 'fraction') return []
  const x: Position = { field: 'x', type: 'quantitative', scale: { domain: { expr: `profileSpan${slot}` } } }
  return [
    {
      data: { values: [{ x: scale.kind === 'log' ? scale.middle : 0 }] },
      mark: { type: 'rule', color: theme.healthy, strokeWidth: 1.5, strokeDash: HEALTHY_DASH },
      encoding: { x }
    }
  ]
}

const rowsOf = ({ slot }: Heat, filter: string): Pick<Layer, 'data' | 'transform'> => ({
  data: { name: `profile${slot}` },
  transform: [{ filter }]
})

function line(scene: Scene, heat: Heat, series: 'init' | 'chosen'): Layer {
  const { theme } = scene
  const style = series === 'init' ? { color: theme.muted, strokeDash: INIT_DASH } : { color: theme.foreground }
  return {
    ...rowsOf(heat, `datum.series === '${series}'`),
    mark: { type: 'line', orient: 'horizontal', strokeWidth: 1.5, invalid: 'break-paths-filter-domains', ...style },
    encoding: { x: places(heat), y: rows(scene), order: { field: 'index', type: 'quantitative' } }
  }
}

function points(scene: Scene, heat: Heat): Layer {
  const size = scene.layout.heatHeight / scene.layout.rows.length >= 8 ? 16 : 5
  return {
    ...rowsOf(heat, "datum.series === 'chosen' && datum.x !== null"),
    mark: { type: 'point', filled: true, size, opacity: 1, color: scene.theme.foreground },
    encoding: { x: places(heat), y: rows(scene) }
  }
}

/** What has no place on a log axis stands at its ends: zero left, what is not finite right. */
function signs(scene: Scene, heat: Heat): Layer {
  const { theme, layout } = scene
  return {
    data: { name: `profile${heat.slot}` },
    transform: [
      { filter: "datum.series === 'chosen' && datum.sign !== ''" },
      { calculate: `datum.sign === '×' ? ${layout.profileWidth - 7} : 7`, as: 'place' }
    ],
    mark: { type: 'text', fontSize: layout.text, color: theme.alert },
    encoding: {
      x: { field: 'place', type: 'quantitative', scale: null },
      y: rows(scene),
      text: { field: 'sign', type: 'nominal' }
    }
  }
}
