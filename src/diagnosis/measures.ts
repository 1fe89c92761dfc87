import { at, isAbsent, log10, toNumber, type CurveName, type QuantityName, type RunRecord, type Table } from '../record'
import { Asked } from './asked'
import { TEXTS } from './texts/texts'

/** How the signal changes over the hidden layers in one column. */
export interface Decades {
  readonly column: number
  /** D = log10(delta of hidden 1 / delta of the last hidden layer); -Infinity where nothing arrives */
  readonly decades: number
  /** ρ = 10^(D / (H - 1)): what a layer leaves of it */
  readonly perLayer: number
}

/** A share of the trivial loss below which a net counts as having learned. */
const LEARNED_SHARE = 0.5

/** What is left of a float32 squared, as a share, where two that should be equal are subtracted. */
const ROUNDING = 1e-14

/** Numbers of a record that several rules look at. */
export class Measures {
  readonly asked: Asked
  /** hidden layers */
  readonly hidden: number
  /** all training losses, epoch by epoch from the initial one */
  readonly losses: readonly number[]

  constructor(readonly record: RunRecord) {
    this.asked = new Asked(record)
    this.hidden = record.layers.length - 1
    this.losses = Array.from({ length: record.columns }, (_, column) => this.curve('loss', column) ?? NaN)
  }

  /** The last column recorded; -1 before the first. */
  get last(): number {
    return this.record.columns - 1
  }

  get ended(): boolean {
    return this.record.events.stop !== null
  }

  /** Whether all planned epochs were trained. */
  get completed(): boolean {
    return this.record.events.stop?.reason === 'completed'
  }

  name(layer: number): string {
    return this.record.layers[layer]?.name ?? TEXTS.layer(layer + 1)
  }

  names(layers: readonly number[]): string[] {
    return layers.map(layer => this.name(layer))
  }

  /** A recorded number; null where it does not apply. */
  number(quantity: QuantityName, column: number, layer: number): number | null {
    return toNumber(at(this.record.quantities[quantity], column, layer))
  }

  /** log10 of a magnitude: -Infinity of zero, NaN of what is no number or does not apply. */
  log(quantity: QuantityName, column: number, layer: number): number {
    return log10(at(this.record.quantities[quantity], column, layer))
  }

  /** log10 of a number of another table. */
  logIn(table: Table, column: number, layer: number): number {
    return log10(at(table, column, layer))
  }

  curve(name: CurveName, column: number): number | null {
    const number = at(this.record.curves[name], column, 0)
    return isAbsent(number.exponent) ? null : toNumber(number)
  }

  /** Training loss before any update. */
  get firstLoss(): number {
    return this.record.columns > 0 ? (this.curve('loss', 0) ?? NaN) : NaN
  }

  /** Training loss of the last epoch. */
  get lastLoss(): number {
    return this.last > 0 ? (this.curve('loss', this.last) ?? NaN) : NaN
  }

  /** The training loss of the epoch before the last quarter. */
  get lossBeforeLast(): number {
    return this.losses[Math.floor(0.75 * this.last)] ?? NaN
  }

  /** The least finite training loss of an epoch. */
  get bestLoss(): number {
    return this.losses.slice(1).reduce((best, loss) => (loss < best ? loss : best), Infinity)
  }

  /**
   * The loss of the best constant answer; null where that is not known. Where targets are all alike it is right but for rounding, which is no
   * scale for anything: then that of answering 0, or the first loss where 0 is right.
   */
  get trivialLoss(): number | null {
    const trivial = this.record.baseline?.trivialLoss ?? null
    if (trivial === null || trivial > ROUNDING * this.lossOfZero) return trivial
    return this.lossOfZero > 0 ? this.lossOfZero : this.firstLoss
  }

  /** About the loss of answering 0 to all numbers; 0 where targets are classes. */
  get lossOfZero(): number {
    const size = this.record.baseline?.targets?.rms ?? 0
    return this.asked.loss === 'mae' ? size : size * size
  }

  /** The last loss as a share of the loss of a constant answer; null where that is not known. */
  get shareOfTrivial(): number | null {
    const trivial = this.trivialLoss
    return trivial === null || trivial <= 0 || !Number.isFinite(this.lastLoss) ? null : this.lastLoss / trivial
  }

  /** Whether the net ends well below the loss of a constant answer: then nothing that is merely unusual is wrong. */
  get learned(): boolean {
    const share = this.shareOfTrivial
    return share !== null && share < LEARNED_SHARE && this.record.events.nonfinite === null
  }

  /** How delta changes over the hidden layers; null with fewer than two, or where it is not a number. */
  decadesAt(column: number): Decades | null {
    return this.changeOver('delta_rms', column)
  }

  /** The same of another magnitude. */
  changeOver(quantity: QuantityName, column: number): Decades | null {
    if (this.hidden < 2) return null
    const decades = this.log(quantity, column, 0) - this.log(quantity, column, this.hidden - 1)
    if (Number.isNaN(decades) || decades === Infinity) return null
    return { column, decades, perLayer: 10 ** (decades / (this.hidden - 1)) }
  }

  /** The median over epochs of a quantity in `layer`; NaN of nothing. */
  median(quantity: QuantityName, layer: number): number {
    const all = Array.from({ length: Math.max(0, this.last) }, (_, i) => this.number(quantity, i + 1, layer) ?? NaN)
    return median(all.filter(value => !Number.isNaN(value)))
  }

  /** Hidden layers and the output layer. */
  get allLayers(): number[] {
    return this.record.layers.map((_, layer) => layer)
  }

  /** Hidden layers, or the output layer of a net without any. */
  get learningLayers(): number[] {
    return Array.from({ length: Math.max(1, this.hidden) }, (_, layer) => layer)
  }
}

/** From where a loss is said to have fallen: that of the first mini-batch may be less than that of all by chance. */
export const lossFrom = (m: Measures): number => (m.firstLoss > m.lastLoss ? m.firstLoss : m.lossBeforeLast)

/** The largest and the least of numbers, -Infinity and Infinity of nothing. Math.max takes no list as long as a record's layers may be. */
export const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity)
export const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity)

/** The upper median; NaN of nothing. */
export const median = (numbers: readonly number[]): number =>
  numbers.length === 0 ? NaN : Float64Array.from(numbers).sort()[numbers.length >> 1]!
