import { exactLog10 } from '../exactLog10'
import { at } from '../table'
import type { EndQuantity, RunSummary } from './runSummary'

/** Which end of a run: before any update, or its last epoch. */
export type RunEnd = 'initial' | 'last'

/**
 * D = log10(hidden 1 / last hidden layer) of a magnitude: how it changes over the hidden layers on its way back. -Infinity where nothing
 * arrives; null with fewer than two hidden layers, or where it is not a number.
 */
export function decadesOf({ layers, ends }: RunSummary, quantity: EndQuantity, end: RunEnd): number | null {
  const hidden = layers - 1
  if (hidden < 2) return null
  const log = (layer: number) => exactLog10(at(ends[quantity], end === 'initial' ? 0 : 1, layer))
  const decades = log(0) - log(hidden - 1)
  return Number.isNaN(decades) || decades === Infinity ? null : decades
}
