import { formatScaled, type RunRecord } from '../../../src/record'
import { cellOf } from '../numbers/cell'
import { firstColumn } from '../numbers/profile'
import { DEFAULT_QUANTITY, kindOf, numberAt, tableOf, type FigureQuantity } from '../numbers/quantities'
import { percent } from './percent'
import { stillness } from './stillness'
import { TEXTS } from './texts'

const { course: TEXT } = TEXTS

/**
 * How the quantity that is shown goes through the network, whatever the rules of diagnosis make of it: "Delta falls by 9.8 decades
 * from output to hidden 1 … Hardly learning: hidden 1 to hidden 6 since epoch 4 …" `brief` leaves out which layers learn.
 */
export function course(record: RunRecord, name?: FigureQuantity, brief?: boolean): string {
  const text = courseAfterColon(record, name, brief)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The same, to go on with after a colon: "delta falls …". */
export function courseAfterColon(record: RunRecord, name: FigureQuantity = DEFAULT_QUANTITY, brief = false): string {
  if (record.columns === 0) return ''
  const parts = [`${courses(record, name)}.`, brief ? '' : stillness(record)]
  return parts.filter(part => part !== '').join(' ')
}

/** How the quantity goes through the network, at first and at last. */
function courses(record: RunRecord, name: FigureQuantity): string {
  const quantity = TEXTS.quantities[name]
  const first = firstColumn(tableOf(record, name))
  const last = record.columns - 1
  const course = courseAt(record, name, first)
  const start = first === 0 ? TEXT.beforeTraining(quantity, course) : TEXT.inEpoch(quantity, course, first)
  return last > first ? TEXT.later(start, quantity, courseAt(record, name, last), last) : start
}

/** A factor below this, in decades, between the ends of the network is no finding. */
const ALIKE = 1

/** "falls by 9.8 decades from output (0.49) to hidden 1 (7.4e-11)" */
function courseAt(record: RunRecord, name: FigureQuantity, column: number): string {
  const quantity = TEXTS.quantities[name]
  const [input, output] = [endAt(record, name, column, 0), endAt(record, name, column, record.layers.length - 1)]
  const applying = [output, input].filter(({ cell }) => cell.kind !== 'absent')
  if (applying.length === 0) return TEXT.none(quantity, [...new Set([output.layer, input.layer])])
  if (applying.length === 1 || record.layers.length === 1) return TEXT.one(quantity, applying[0]!)
  if (kindOf(name) !== 'signal' || input.cell.kind !== 'finite' || output.cell.kind !== 'finite')
    return TEXT.two(quantity, output, input)
  const decades = input.cell.log - output.cell.log
  const size = Math.abs(decades)
  if (size < ALIKE) return TEXT.alike(output, input)
  return (decades < 0 ? TEXT.falls : TEXT.grows)(size.toFixed(size < 100 ? 1 : 0), output, input)
}

function endAt(record: RunRecord, name: FigureQuantity, column: number, layer: number) {
  const number = numberAt(record, name, column, layer)
  const value = kindOf(name) === 'fraction' ? percent(number) : formatScaled(number, 2)
  return { layer: record.layers[layer]!.name, value, cell: cellOf(number) }
}
