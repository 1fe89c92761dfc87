import {
  at,
  curveApplies,
  formatScaled,
  isAbsent,
  type CurveName,
  type LayerInfo,
  type QuantityName
} from '../../../src/record'
import { FIGURE_QUANTITIES, kindOf, numberAt, type FigureQuantity } from '../numbers/quantities'
import type { Numbers } from '../numbers/numbers'
import type { Shown } from '../numbers/shown'
import { troubleOf } from '../numbers/trouble'
import { columnName, columnTitle } from './columnName'
import { percent } from './percent'
import { TEXTS } from './texts'
import { withMinus } from './withMinus'

/** A number with its name and its unit, and what it is. */
export interface Fact {
  readonly label: string
  readonly value: string
  /** what the label's symbols stand for */
  readonly hint: string
}

/** What the figure says about a cell. */
export interface Facts {
  readonly title: string
  readonly facts: readonly Fact[]
}

/** The same with what few ask for. */
export interface CellFacts extends Facts {
  readonly more: readonly Fact[]
}

const { facts: TEXT, quantities: QUANTITY, symbols: SYMBOLS } = TEXTS

/**
 * The six numbers that matter of one layer in one column, both from 0, and the others; null where nothing has been recorded yet. `pending`
 * leaves out what would have to be decoded: of a long record that takes longer than to draw it. Rows are as many for every cell, so that the
 * list does not jump: what does not apply is "–".
 */
export function cellFacts(shown: Shown, column: number, layer: number, pending = false): CellFacts | null {
  const info = recordedLayer(shown, column, layer)
  if (!info) return null
  const place: Place = { shown, column, layer, pending }
  const title = TEXT.cell(info.name, info.inputs, info.outputs, info.activation, columnTitle(shown, column))
  const trouble = troubleOf(info.activation)
  return { title, facts: sixFacts(place, trouble), more: moreFacts(place, trouble) }
}

/** The quantities that the colours show, for the box beside the pointer. */
export function quantityFacts(
  shown: Shown,
  names: readonly FigureQuantity[],
  column: number,
  layer: number
): Facts | null {
  const info = recordedLayer(shown, column, layer)
  if (!info) return null
  const facts = names.map(name => factOf(QUANTITY[name].name, SYMBOLS[name], valueAt(shown, name, column, layer)))
  return { title: TEXT.layerAndColumn(info.name, columnName(shown, column)), facts }
}

/** One number with its unit: fractions in percent. */
export function valueAt(numbers: Numbers, name: FigureQuantity, column: number, layer: number): string {
  const number = numberAt(numbers, name, column, layer)
  return kindOf(name) === 'fraction' ? percent(number) : formatScaled(number)
}

const recordedLayer = ({ layers, columns }: Numbers, column: number, layer: number): LayerInfo | undefined =>
  column >= 0 && column < columns ? layers[layer] : undefined

interface Place {
  readonly shown: Shown
  readonly column: number
  readonly layer: number
  readonly pending: boolean
}

const factOf = (label: string, hint: string, value: string): Fact => ({ label, hint, value })

type Trouble = ReturnType<typeof troubleOf>

function sixFacts(place: Place, trouble: Trouble): Fact[] {
  return [
    quantityFact(place, 'delta_rms'),
    quantityFact(place, 'weight_gradient_l2', TEXT.weightGradient),
    quantityFact(place, 'update_ratio'),
    quantityFact(place, trouble),
    factOf(TEXT.range, TEXT.rangeHint, place.pending ? PENDING : rangeText(place)),
    curveFact(place, 'loss')
  ]
}

const PENDING = '…'

/** Quantities with a row of their own: mean and spread of the activation share one. */
const WITHOUT_ROW: readonly FigureQuantity[] = [
  'delta_rms',
  'weight_gradient_l2',
  'update_ratio',
  'activation_mean',
  'activation_std'
]

function moreFacts(place: Place, trouble: Trouble): Fact[] {
  const { shown, column, layer, pending } = place
  const later = (value: () => string) => (pending ? PENDING : value())
  const value = (name: FigureQuantity) => valueAt(shown, name, column, layer)
  const activation = () => `${value('activation_mean')} ± ${value('activation_std')}`
  const median = () => recorded(place, 'z_q50')
  return [
    ...FIGURE_QUANTITIES.filter(name => name !== trouble && !WITHOUT_ROW.includes(name)).map(name =>
      quantityFact(place, name)
    ),
    factOf(TEXT.activation, TEXT.activationHint, later(activation)),
    factOf(TEXT.median, TEXT.medianHint, later(median)),
    factOf(
      TEXT.underflow,
      TEXT.underflowHint,
      later(() => stepsAt(place, 'underflow_fraction'))
    ),
    factOf(
      TEXT.overflow,
      TEXT.overflowHint,
      later(() => stepsAt(place, 'overflow_fraction'))
    ),
    ...CURVES.filter(name => curveApplies(shown.record, name)).map(name => curveFact(place, name))
  ]
}

function quantityFact({ shown, column, layer, pending }: Place, name: FigureQuantity, label?: string): Fact {
  const value = pending ? PENDING : valueAt(shown, name, column, layer)
  return factOf(label ?? QUANTITY[name].name, SYMBOLS[name], value)
}

const recorded = ({ shown, column, layer }: Place, name: QuantityName): string =>
  formatScaled(at(shown.quantities[name], column, layer))

/** "−1.1 … 1.2"; one sign for what does not apply */
function rangeText(place: Place): string {
  const [low, high] = [withMinus(recorded(place, 'z_q01')), withMinus(recorded(place, 'z_q99'))]
  return low === high ? low : TEXT.between(low, high)
}

type LostFraction = 'underflow_fraction' | 'overflow_fraction'

/** In how many of the column's steps plain float32 lost the gradient, for records that tell. */
function stepsAt({ shown, column, layer }: Place, name: LostFraction): string {
  const number = at(shown.quantities[name], column, layer)
  return isAbsent(number.exponent) ? percent(number) : TEXT.ofSteps(percent(number))
}

/** Beside the training loss; those that do not apply (no test split, a regression's accuracy) are left out. */
const CURVES = ['test_loss', 'accuracy', 'test_accuracy'] as const satisfies readonly CurveName[]

function curveFact({ shown, column }: Place, name: CurveName): Fact {
  const number = at(shown.curves[name], column, 0)
  const value = name === 'loss' || name === 'test_loss' ? formatScaled(number) : percent(number)
  return factOf(TEXT.curves[name], TEXT.curveHints[name], value)
}
