import type { Shown } from '../numbers/shown'
import type { Timeline } from '../numbers/timeline'

/** What is recorded. */
type Recorded = Pick<Shown, 'layers' | 'columns'>

/** Where a person looks: a cell of the heatmap, and the column that stays chosen while they look elsewhere. */
export interface Crosshair {
  /** null stands for the last column recorded */
  readonly column: number | null
  /** from 0 */
  readonly layer: number
  readonly pinned: number | null
  /** whether it is drawn: a pointer or the keyboard is in the figure */
  readonly visible: boolean
}

/** It begins at the last column of the layer next to the input, where a signal that vanishes has vanished most. */
export const RESTING: Crosshair = { column: null, layer: 0, pinned: null, visible: false }

/** The column whose profile is drawn: the pinned one, else the crosshair's. */
export const chosenColumn = ({ column, pinned, visible }: Crosshair): number | null =>
  pinned ?? (visible ? column : null)

/** The recorded column under the crosshair; -1 where there is none yet. */
export const crosshairColumn = (
  { column, pinned, visible }: Crosshair,
  { columns }: Pick<Recorded, 'columns'>
): number => Math.min((visible ? column : pinned) ?? columns - 1, columns - 1)

/** The crosshair on the same epochs and steps when other columns are shown. */
export function moveTo(
  { timeline: after }: Pick<Shown, 'timeline'>,
  crosshair: Crosshair,
  before: Timeline
): Crosshair {
  const there = (column: number | null) => (column === null ? null : after.columnOf(before.momentOf(column)))
  return { ...crosshair, column: there(crosshair.column), pinned: there(crosshair.pinned) }
}

/** What a key does; columns and layers are counted, ±Infinity the ends. */
export type KeyAction =
  | { readonly type: 'move'; readonly columns: number; readonly layers: number }
  | { readonly type: 'pin' | 'unpin' | 'whole' | 'steps' }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pan'; readonly share: number }

const move = (columns: number, layers: number): KeyAction => ({ type: 'move', columns, layers })

const KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: move(-1, 0),
  ArrowRight: move(1, 0),
  ArrowUp: move(0, -1),
  ArrowDown: move(0, 1),
  PageUp: move(-10, 0),
  PageDown: move(10, 0),
  Home: move(-Infinity, 0),
  End: move(Infinity, 0),
  Enter: { type: 'pin' },
  ' ': { type: 'pin' },
  Escape: { type: 'unpin' },
  '+': { type: 'zoom', factor: 0.5 },
  '=': { type: 'zoom', factor: 0.5 },
  '-': { type: 'zoom', factor: 2 },
  '0': { type: 'whole' },
  s: { type: 'steps' },
  '[': { type: 'pan', share: -0.25 },
  ']': { type: 'pan', share: 0.25 }
}

/** The action of a key without modifiers. */
export const keyAction = (key: string): KeyAction | null => (Object.hasOwn(KEYS, key) ? KEYS[key]! : null)

/** The crosshair some columns and layers on, within what is recorded. */
export function moved(crosshair: Crosshair, record: Recorded, columns: number, layers: number): Crosshair {
  const last = Math.max(0, record.columns - 1)
  const column = clamp((crosshair.visible ? (crosshair.column ?? last) : (crosshair.pinned ?? last)) + columns, last)
  return { ...crosshair, visible: true, column, layer: clamp(crosshair.layer + layers, record.layers.length - 1) }
}

/** Pins the crosshair's column, or lets go of the column that is pinned already. */
export function pinned(crosshair: Crosshair, record: Recorded): Crosshair {
  const column = crosshairColumn({ ...crosshair, pinned: null }, record)
  return { ...crosshair, pinned: column < 0 || crosshair.pinned === column ? null : column }
}

/** The crosshair at a place: a part that is null stays where it is. Columns to come are no place. */
export function placed(crosshair: Crosshair, record: Recorded, column: number | null, layer: number | null): Crosshair {
  if (column !== null && column >= record.columns) return { ...crosshair, visible: false }
  return {
    ...crosshair,
    visible: true,
    column: column ?? crosshairColumn(crosshair, record),
    layer: layer ?? Math.min(crosshair.layer, record.layers.length - 1)
  }
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value))
