import type { RunRecord } from '../../../src/record'

/** Where a person looks: a cell of the heatmap, and the epoch that stays chosen while he looks elsewhere. */
export interface Crosshair {
  /** null stands for the last epoch recorded */
  readonly epoch: number | null
  /** from 0 */
  readonly layer: number
  readonly pinned: number | null
  /** whether it is drawn: a pointer or the keyboard is in the figure */
  readonly visible: boolean
}

/** It begins at the last epoch of the layer next to the input, where a signal that vanishes has vanished most. */
export const RESTING: Crosshair = { epoch: null, layer: 0, pinned: null, visible: false }

/** The epoch whose profile is drawn: the pinned one, else the crosshair's. */
export const chosenEpoch = ({ epoch, pinned, visible }: Crosshair): number | null => pinned ?? (visible ? epoch : null)

/** The recorded epoch under the crosshair; -1 where there is none yet. */
export const crosshairEpoch = ({ epoch, pinned, visible }: Crosshair, { columns }: RunRecord): number =>
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

/** The crosshair some epochs and layers on, within what is recorded. */
export function moved(crosshair: Crosshair, record: RunRecord, epochs: number, layers: number): Crosshair {
  const last = Math.max(0, record.columns - 1)
  const epoch = clamp((crosshair.visible ? (crosshair.epoch ?? last) : (crosshair.pinned ?? last)) + epochs, last)
  return { ...crosshair, visible: true, epoch, layer: clamp(crosshair.layer + layers, record.layers.length - 1) }
}

/** Pins the crosshair's epoch, or lets go of the epoch that is pinned already. */
export function pinned(crosshair: Crosshair, record: RunRecord): Crosshair {
  const epoch = crosshairEpoch({ ...crosshair, pinned: null }, record)
  return { ...crosshair, pinned: epoch < 0 || crosshair.pinned === epoch ? null : epoch }
}

/** The crosshair at a place: a part that is null stays where it is. Epochs to come are no place. */
export function placed(crosshair: Crosshair, record: RunRecord, epoch: number | null, layer: number | null): Crosshair {
  if (epoch !== null && epoch >= record.columns) return { ...crosshair, visible: false }
  return {
    ...crosshair,
    visible: true,
    epoch: epoch ?? crosshairEpoch(crosshair, record),
    layer: layer ?? Math.min(crosshair.layer, record.layers.length - 1)
  }
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value))
