import { checkCells } from './bounds'
import { asArray, asCount, asFraction, asObject, asOneOf, orNull } from './parse'
import { decodeTable, encodeTable } from './planes'
import type { Json, JsonObject } from './json'
import type { Events, Nonfinite } from './runRecord'

/** A run's events as JSON. */
export const plainEvents = ({ nonfinite, stop, activationVariance, duplicateUnits }: Events): JsonObject => ({
  nonfinite: nonfinite && plain(nonfinite),
  stop: stop && plain(stop),
  activationVariance: { steps: activationVariance.columns, values: encodeTable(activationVariance) },
  duplicateUnits: plain(duplicateUnits)
})

const plain = (value: object): Json => ({ ...value }) as unknown as JsonObject

/** What happened in a run; a `RecordError` for anything else. */
export function parseEvents(value: unknown, layers: number): Events {
  const fields = asObject(value, 'events')
  const variance = asObject(fields['activationVariance'], 'events.activationVariance')
  const steps = asCount(variance['steps'], 'events.activationVariance.steps')
  checkCells(layers, steps, 'events.activationVariance.steps')
  const duplicates = asObject(fields['duplicateUnits'], 'events.duplicateUnits')
  return {
    nonfinite: orNull(fields['nonfinite'], 'events.nonfinite', parseNonfinite),
    stop: orNull(fields['stop'], 'events.stop', parseStop),
    activationVariance: decodeTable(variance['values'], steps, layers, 'events.activationVariance.values'),
    duplicateUnits: {
      initial: parseFractions(duplicates['initial'], 'events.duplicateUnits.initial', layers),
      last: orNull(duplicates['last'], 'events.duplicateUnits.last', (last, path) => parseFractions(last, path, layers))
    }
  }
}

const parseFractions = (value: unknown, path: string, layers: number): number[] =>
  asArray(value, path, layers).map((fraction, i) => asFraction(fraction, `${path}[${i}]`))

export function parseNonfinite(value: unknown, path: string): Nonfinite {
  const fields = asObject(value, path)
  return {
    step: asCount(fields['step'], `${path}.step`),
    epoch: asCount(fields['epoch'], `${path}.epoch`),
    layer: orNull(fields['layer'], `${path}.layer`, asCount),
    quantity: asOneOf(fields['quantity'], ['activation', 'loss', 'gradient', 'weight'], `${path}.quantity`)
  }
}

export function parseStop(value: unknown, path: string): NonNullable<Events['stop']> {
  const fields = asObject(value, path)
  const reasons = ['completed', 'nonfinite', 'loss_below', 'after_seconds', 'cancelled', 'failed'] as const
  return {
    reason: asOneOf(fields['reason'], reasons, `${path}.reason`),
    epoch: asCount(fields['epoch'], `${path}.epoch`)
  }
}
