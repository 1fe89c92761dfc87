import type { RunRecord } from '../../../src/record'
import { shownEpochs } from '../chart/epochAxis'

/** Where a person looks: a cell of the heatmap, and the epoch that stays chosen while he looks elsewhere. */
export interface Cursor {
  /** null stands for the last epoch recorded */
  readonly epoch: number | null
  /** from 0 */
  readonly layer: number
  readonly pinned: number | null
  /** whether it is drawn: a pointer or the keyboard is in the figure */
  readonly visible: boolean
}

/** It begins at the last epoch of the layer next to the input, where a signal that vanishes has vanished most. */
export const RESTING: Cursor = { epoch: null, layer: 0, pinned: null, visible: false }

/** The epoch whose profile is drawn: the pinned one, else the cursor's. */
export const chosenEpoch = ({ epoch, pinned, visible }: Cursor): number | null => pinned ?? (visible ? epoch : null)

/** The recorded epoch under the cursor; -1 where there is none yet. */
export const cursorEpoch = ({ epoch, pinned, visible }: Cursor, { columns }: RunRecord): number =>
  Math.min((visible ? epoch : pinned) ?? columns - 1, columns - 1)

/** What a key does; epochs and layers are steps, ±Infinity the ends. */
export type KeyAction =
  | { readonly type: 'move'; readonly epochs: number; readonly layers: number }
  | { readonly type: 'pin' | 'unpin' | 'whole' }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pan'; readonly share: number }

const move = (epochs: number, layers: number): KeyAction => ({ type: 'move', epochs, layers })

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
  '[': { type: 'pan', share: -0.25 },
  ']': { type: 'pan', share: 0.25 }
}

/** The action of a key without modifiers. */
export const keyAction = (key: string): KeyAction | null => (Object.hasOwn(KEYS, key) ? KEYS[key]! : null)

/** The cursor some epochs and layers on, within what is recorded. */
export function moved(cursor: Cursor, record: RunRecord, epochs: number, layers: number): Cursor {
  const last = Math.max(0, record.columns - 1)
  const epoch = clamp((cursor.visible ? (cursor.epoch ?? last) : (cursor.pinned ?? last)) + epochs, last)
  return { ...cursor, visible: true, epoch, layer: clamp(cursor.layer + layers, record.layers.length - 1) }
}

/** Pins the cursor's epoch, or lets go of the epoch that is pinned already. */
export function pinned(cursor: Cursor, record: RunRecord): Cursor {
  const epoch = cursorEpoch({ ...cursor, pinned: null }, record)
  return { ...cursor, pinned: epoch < 0 || cursor.pinned === epoch ? null : epoch }
}

/** The cursor at a place: a part that is null stays where it is. Epochs to come are no place. */
export function placed(cursor: Cursor, record: RunRecord, epoch: number | null, layer: number | null): Cursor {
  if (epoch !== null && epoch >= record.columns) return { ...cursor, visible: false }
  return {
    ...cursor,
    visible: true,
    epoch: epoch ?? cursorEpoch(cursor, record),
    layer: layer ?? Math.min(cursor.layer, record.layers.length - 1)
  }
}

/** The columns that the whole axis shows. */
export const allColumns = (record: RunRecord): number => shownEpochs(record) + 1

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value))
