import { isCovered } from '../../../src/theory'
import { isAbout, theoryPoints } from '../numbers/theory'
import { TEXTS } from '../words/texts'
import type { Layer, Position } from './panel'
import { keyPlace, KEY_LINE } from './profileKey'
import type { Heat, Scene } from './scene'
import { titleMiddle } from './titleLayer'

const DASH = [1, 3]

/** Data sets for what theory says beside a profile: its points, and what its key says. */
export function theoryData(scene: Scene, heat: Heat): [string, readonly object[]][] {
  const { record, theory, layout } = scene
  return [
    [`theory${heat.slot}`, theoryPoints(theory, heat, record, layout.rows)],
    [`theoryKey${heat.slot}`, keyOf(scene, heat)]
  ]
}

/** The band of two standard deviations, and the prediction dotted above it; behind what was measured. */
export function theoryLayers({ theme, layout }: Scene, { slot }: Heat, x: Position, y: Position): Layer[] {
  const row = layout.heatHeight / Math.max(1, layout.rows.length)
  const data = { name: `theory${slot}` }
  const end = { field: 'high' } as const
  return [
    {
      data,
      mark: { type: 'rule', color: theme.shade, strokeWidth: Math.max(2, row - 2), opacity: 0.8, clip: true },
      encoding: { x: { ...x, field: 'low' } as Position, x2: end, y }
    },
    {
      data,
      mark: { type: 'line', orient: 'horizontal', strokeWidth: 2, strokeDash: DASH, color: theme.healthy, clip: true },
      encoding: { x, y, order: { field: 'index', type: 'quantitative' } }
    }
  ]
}

interface Key {
  readonly text: string
  /** where the text begins */
  readonly x: number
  /** the sample's ends; none where nothing is drawn */
  readonly from: number | null
  readonly to: number | null
}

const GAP = 5

/** At the right end of the title's line: the longest that has room there. */
function keyOf(scene: Scene, heat: Heat): Key[] {
  const { theory, measure } = scene
  if (theory === null || !isAbout(heat)) return []
  const { right, room } = keyPlace(scene, heat).theory
  const covered = isCovered(theory)
  const { band, leastBand, leastBandShort, short, notCovered } = TEXTS.theory
  const texts = covered ? [...(theory.exactBand ? [band] : [leastBand, leastBandShort]), short] : [notCovered]
  const sample = covered ? KEY_LINE + GAP : 0
  const text = texts.find(each => measure(each) + sample <= room) ?? texts.at(-1)!
  const x = right - measure(text)
  return [{ text, x, from: covered ? x - GAP - KEY_LINE : null, to: covered ? x - GAP : null }]
}

/** The key itself, in the title's last line: that of the epochs, or the one above it. */
export function theoryKey({ theme, layout }: Scene, { slot }: Heat, beside: boolean): Layer[] {
  const y = { value: titleMiddle(layout) - (beside ? 0 : Math.round(layout.text * 1.35)) }
  const place = (field: string): Position => ({ field, type: 'quantitative', scale: null })
  const data = { name: `theoryKey${slot}` }
  const sample = { data, transform: [{ filter: 'datum.from !== null' }] }
  return [
    {
      ...sample,
      mark: { type: 'rule', color: theme.shade, strokeWidth: layout.text * 0.8 },
      encoding: { x: place('from'), x2: { field: 'to' }, y }
    },
    {
      ...sample,
      mark: { type: 'rule', color: theme.healthy, strokeWidth: 2, strokeDash: DASH },
      encoding: { x: place('from'), x2: { field: 'to' }, y }
    },
    {
      data,
      mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: layout.text, color: theme.muted },
      encoding: { x: place('x'), y, text: { field: 'text', type: 'nominal' } }
    }
  ]
}
