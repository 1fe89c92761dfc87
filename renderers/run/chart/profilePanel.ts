import { TEXTS } from '../words/texts'
import { namedRows } from './heatPanel'
import type { Layer, Panel, Position } from './panel'
import type { Heat, Scene } from './scene'
import { titleLayer, titleMiddle } from './titleLayer'
import { wrap } from './wrap'

const HEALTHY_DASH = [2, 3]
const INIT_DASH = [4, 3]

/** One line of a quantity by layer, on the heatmap's rows: the chosen epoch against the one before training. */
export function profilePanel(scene: Scene, heat: Heat): Panel {
  const { theme, layout, measure } = scene
  const bold = (text: string) => measure(text) * 1.1
  const lines = wrap(TEXTS.profile.title(TEXTS.quantities[heat.name]), layout.profileWidth, bold)
  const left = layout.profileWidth - keyWidth(scene)
  const beside = bold(lines.at(-1)!) + KEY_GAP <= left
  return {
    name: `profile${heat.slot}`,
    width: layout.profileWidth,
    height: layout.heatHeight,
    layer: [
      outline(scene),
      ...healthyRule(scene, heat),
      line(scene, heat, 'init'),
      line(scene, heat, 'chosen'),
      points(scene, heat),
      signs(scene, heat),
      titleLayer(theme, layout, beside ? lines : [...lines, '']),
      ...key(scene, heat, beside ? left : 0)
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

const KEY_GAP = 10
const KEY_LINE = 18

/** Of the longest column's name. */
const chosenWidth = ({ measure, shown }: Scene): number =>
  measure(shown.timeline.hasSteps ? TEXTS.column.step('0,000') : TEXTS.column.epoch('0000'))

const keyWidth = (scene: Scene): number =>
  2 * (KEY_LINE + 5) + chosenWidth(scene) + KEY_GAP + scene.measure(TEXTS.column.epoch('0'))

/** "── epoch 12   ╌╌ init" in the last line of the title, from `left` on. */
function key(scene: Scene, { slot }: Heat, left: number): Layer[] {
  const { theme, layout } = scene
  const y = titleMiddle(layout)
  const rule = (x: number, color: string, strokeDash: number[]): Layer => ({
    data: { values: [{}] },
    mark: { type: 'rule', strokeWidth: 1.5, color, strokeDash },
    encoding: { x: { value: left + x }, x2: { value: left + x + KEY_LINE }, y: { value: y } }
  })
  const text = (x: number, data: Layer['data']): Layer => ({
    data,
    mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: layout.text, color: theme.foreground },
    encoding: { x: { value: left + x }, y: { value: y }, text: { field: 'text', type: 'nominal' } }
  })
  const second = KEY_LINE + 5 + chosenWidth(scene) + KEY_GAP
  return [
    rule(0, theme.foreground, [1, 0]),
    text(KEY_LINE + 5, { name: `chosen${slot}` }),
    rule(second, theme.muted, INIT_DASH),
    text(second + KEY_LINE + 5, { name: `first${slot}` })
  ]
}
