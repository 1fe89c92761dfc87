import {
  QUANTITIES,
  at,
  formatScaled,
  headline,
  notFinite,
  type QuantityName,
  type RunRecord,
  type Scaled
} from '../../src/record'
import { cellOf } from './cell'

/** The chart in words, for those who cannot see it: what it is and what one would notice first. */
export function describe(record: RunRecord, quantity: QuantityName = 'delta_rms'): string {
  const { title, state } = headline(record)
  const { layers, epochs, columns } = record
  const figure = `Gradient heatmap of ${count(layers.length, 'layer')} over ${count(epochs, 'epoch')} (${title}, ${state.text})`
  if (columns === 0) return `${figure}: nothing recorded yet.`
  const name = QUANTITIES[quantity].label.split(',')[0]!
  const first = `${name} ${profile(record, quantity, 0)} before training`
  const last = columns > 1 ? `; at epoch ${columns - 1} it ${profile(record, quantity, columns - 1)}` : ''
  return [`${figure}: ${first}${last}.`, event(record), curves(record)].filter(part => part !== '').join(' ')
}

/** A factor below this between the ends of the network is no finding. */
const ALIKE = 1

/** "falls from 0.49 at output to 1.2e-14 at hidden 1" */
function profile(record: RunRecord, quantity: QuantityName, column: number): string {
  const end = record.layers.length - 1
  const [input, output] = [0, end].map(layer => at(record.quantities[quantity], column, layer)) as [Scaled, Scaled]
  const [first, last] = [record.layers[0]!.name, record.layers[end]!.name]
  const [inputText, outputText] = [formatScaled(input, 2), formatScaled(output, 2)]
  if (end === 0) return `is ${outputText} at ${last}`
  const [a, b] = [cellOf(input), cellOf(output)]
  if (a.kind !== 'finite' || b.kind !== 'finite') return `is ${outputText} at ${last} and ${inputText} at ${first}`
  const decades = a.log - b.log
  const verb = Math.abs(decades) < ALIKE ? 'goes' : decades < 0 ? 'falls' : 'grows'
  return `${verb} from ${outputText} at ${last} to ${inputText} at ${first}`
}

const event = (record: RunRecord): string =>
  record.events.nonfinite === null ? '' : `First not finite: ${notFinite(record, record.events.nonfinite)}.`

/** "Training loss goes from 0.71 to 0.69." */
function curves(record: RunRecord): string {
  if (record.columns < 2) return ''
  const [from, to] = [0, record.columns - 1].map(column => formatScaled(at(record.curves.loss, column, 0), 3))
  return `Training loss goes from ${from} to ${to}.`
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
