import { formatScaled, scaled } from '../../../src/record'
import { activationData, type ActivationData } from '../numbers/activationData'
import { columnOf } from '../numbers/look'
import { activationTitle } from '../words/activationTitle'
import { columnName } from '../words/columnName'
import { TEXTS } from '../words/texts'
import { withMinus } from '../words/withMinus'
import { activationPanel } from './activationPanel'
import type { DetailRoom } from './detailPlace'
import type { Scene } from './scene'

const { activation: TEXT } = TEXTS.details

const HEIGHT = 110
/** Narrower than this, φ and φ′ share a plot. */
const TWO_FROM = 420
const GAP = 40

/** φ and φ′ of the crosshair's layer, with the range of its z at the chosen epoch. */
export function activationDetail(scene: Scene, { left, width }: DetailRoom) {
  const { shown, look } = scene
  const curve = activationData(shown, look)
  const half = Math.floor((width - GAP) / 2)
  const panels =
    width < TWO_FROM
      ? [activationPanel(scene, 'both', left, width, HEIGHT)]
      : [activationPanel(scene, 'value', left, half, HEIGHT), activationPanel(scene, 'slope', 0, half, HEIGHT)]
  const { reach, points, range } = curve
  return {
    title: activationTitle(curve),
    sentence: look.brief ? TEXT.pending : sentence(curve, columnName(shown, columnOf(shown, look))),
    rows: [panels],
    signals: { zSpan: [-reach, reach], zTicks: [-reach, -reach / 2, 0, reach / 2, reach] },
    data: { activation: points, z: range ? [range] : [] }
  }
}

function sentence({ normalized, range, points }: ActivationData, column: string): string {
  if (points.length === 0) return ''
  if (normalized) return TEXT.normalized
  const text = (z: number) => withMinus(formatScaled(scaled(z), 2))
  return range ? TEXT.sentence(text(range.from), text(range.to), column) : TEXT.noRange
}
