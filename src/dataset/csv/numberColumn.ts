import { NumberList } from '../numberList'
import { isGap } from './gap'
import type { NumberReader } from './number'
import { Sightings } from './sightings'

/** More different texts than these are not told apart. */
export const MOST_TEXTS = 100

const TRUTHS: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['yes', 1],
  ['false', 0],
  ['no', 0]
])

/** A column of numbers as it is read: what is no number is kept in mind, so that all columns can be told of at once. */
export class NumberColumn {
  /** [rows] NaN where there is no number */
  readonly values = new NumberList()
  readonly gaps = new Sightings()
  /** of true, false, yes and no, which are 1 and 0 if there is nothing else */
  readonly truths = new Sightings()
  readonly texts = new Sightings()
  readonly tooLarge = new Sightings()
  readonly differentTexts = new Set<string>()

  constructor(private readonly reader: NumberReader) {}

  take(field: string, line: number): void {
    const text = field.trim()
    const value = this.reader.read(text, line)
    if (value === Infinity || value === -Infinity) this.tooLarge.see(line, text)
    this.values.push(Number.isNaN(value) ? this.takeOther(text, line) : value)
  }

  /** Whether there is nothing but true and false, or yes and no. */
  get isTruths(): boolean {
    return this.truths.count > 0 && this.truths.count + this.gaps.count === this.values.length
  }

  private takeOther(text: string, line: number): number {
    if (isGap(text)) return (this.gaps.see(line, text), NaN)
    const truth = TRUTHS.get(text.toLowerCase())
    if (truth !== undefined) return (this.truths.see(line, text), truth)
    this.texts.see(line, text)
    if (this.differentTexts.size <= MOST_TEXTS) this.differentTexts.add(text)
    return NaN
  }
}
