import { at, formatScaled, headline, notFinite, type RunRecord, type Scaled } from '../../../src/record'
import { cellOf } from '../numbers/cell'
import { firstColumn } from '../numbers/profile'
import { DEFAULT_QUANTITY, quantityOf, tableOf, type FigureQuantity } from '../numbers/quantities'
import { percent } from './percent'
import { stillness } from './stillness'

/** The chart in words, for those who cannot see it: what it is and what one would notice first. */
export function describe(record: RunRecord, name: FigureQuantity = DEFAULT_QUANTITY, brief = false): string {
  const { title, state } = headline(record)
  const { layers, epochs, columns } = record
  const figure = `Gradient heatmap of ${count(layers.length, 'layer')} over ${count(epochs, 'epoch')} (${title}, ${state.text})`
  if (columns === 0) return `${figure}: nothing recorded yet.`
  return [`${figure}: ${findings(record, name, brief)}`, curves(record)].filter(part => part !== '').join(' ')
}

/** `brief` leaves out which layers learn. "delta falls by 9.8 decades from output to hidden 1 … hidden 1 to hidden 6 have hardly learned since epoch 4 …" */
export function findings(record: RunRecord, name: FigureQuantity = DEFAULT_QUANTITY, brief = false): string {
  if (record.columns === 0) return ''
  const first = firstColumn(tableOf(record, name))
  const last = record.columns - 1
  const start = `${quantityOf(name).name} ${profile(record, name, first)} ${first === 0 ? 'before training' : `in epoch ${first}`}`
  const end = last > first ? `; at epoch ${last} it ${profile(record, name, last)}` : ''
  return [`${start}${end}.`, brief ? '' : stillness(record), event(record)].filter(part => part !== '').join(' ')
}

/** A factor below this, in decades, between the ends of the network is no finding. */
const ALIKE = 1

/** "falls by 9.8 decades from output (0.49) to hidden 1 (7.4e-11)" */
function profile(record: RunRecord, name: FigureQuantity, column: number): string {
  const end = record.layers.length - 1
  const table = tableOf(record, name)
  const [input, output] = [at(table, column, 0), at(table, column, end)]
  const [first, last] = [record.layers[0]!.name, record.layers[end]!.name]
  const text = (number: Scaled) => (quantityOf(name).kind === 'fraction' ? percent(number) : formatScaled(number, 2))
  const [inputText, outputText] = [text(input), text(output)]
  if (end === 0) return `is ${outputText} at ${last}`
  const [a, b] = [cellOf(input), cellOf(output)]
  if (quantityOf(name).kind !== 'signal' || a.kind !== 'finite' || b.kind !== 'finite')
    return `is ${outputText} at ${last} and ${inputText} at ${first}`
  const decades = a.log - b.log
  const change = `from ${last} (${outputText}) to ${first} (${inputText})`
  if (Math.abs(decades) < ALIKE) return `stays within a decade ${change}`
  const size = Math.abs(decades)
  return `${decades < 0 ? 'falls' : 'grows'} by ${size.toFixed(size < 100 ? 1 : 0)} decades ${change}`
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
