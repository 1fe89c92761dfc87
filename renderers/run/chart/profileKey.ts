import { isAbout } from '../numbers/theory'
import { TEXTS } from '../words/texts'
import { bold } from './bold'
import type { Layer } from './panel'
import type { Heat, Scene } from './scene'
import { titleMiddle } from './titleLayer'
import { wrap } from './wrap'

export const INIT_DASH = [4, 3]
/** Between the parts of a key, and the sample of a line in it, px. */
const KEY_GAP = 10
export const KEY_LINE = 18

/** Where title and keys of a profile stand. */
export interface KeyPlace {
  /** the title's lines */
  readonly lines: readonly string[]
  /** whether the keys stand in the title's last line, instead of one of their own below it */
  readonly beside: boolean
  /** where the key of the epochs begins */
  readonly left: number
  /** the end of the key of theory, and what room it has; it stands in the last of `lines` */
  readonly theory: { readonly right: number; readonly room: number }
}

/** Beside the title if all keys have room there, else below it, each in a line of its own where it is narrow; the same for every epoch and prediction, so that nothing jumps. */
export function keyPlace(scene: Scene, heat: Heat): KeyPlace {
  const { layout, measure } = scene
  const titleWidth = bold(measure)
  const lines = wrap(TEXTS.profile.title(TEXTS.quantities[heat.name]), layout.profileWidth, titleWidth)
  const titled = titleWidth(lines.at(-1)!) + KEY_GAP
  const left = layout.profileWidth - keyWidth(scene)
  const least = isAbout(heat) ? leastTheory(scene) + KEY_GAP : 0
  if (titled + least <= left) {
    const right = left - KEY_GAP
    return { lines, beside: true, left, theory: { right, room: right - titled } }
  }
  const right = layout.profileWidth
  const cramped = least > 0 && titled + leastTheory(scene) > right
  const theory = { right, room: cramped ? right : right - titled }
  return { lines: cramped ? [...lines, ''] : lines, beside: false, left: 0, theory }
}

/** What the shortest key of theory takes, covered or not. */
const leastTheory = ({ measure }: Scene): number =>
  Math.max(measure(TEXTS.theory.short) + KEY_LINE + 5, measure(TEXTS.theory.notCovered))

/** Of the longest column's name. */
const chosenWidth = ({ measure, shown }: Scene): number =>
  measure(shown.timeline.hasSteps ? TEXTS.column.step('0,000') : TEXTS.column.epoch('0000'))

const keyWidth = (scene: Scene): number =>
  2 * (KEY_LINE + 5) + chosenWidth(scene) + KEY_GAP + scene.measure(TEXTS.column.epoch('0'))

/** "── epoch 12   ╌╌ init" in the last line of the title, from `left` on. */
export function profileKey(scene: Scene, { slot }: Heat, left: number): Layer[] {
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
