import { NumberList } from '../numberList'
import { isGap } from './gap'
import type { NumberReader } from './number'
import { Sightings } from './sightings'

/** A single target column as it is written: whether it holds classes or numbers shows when all is read. */
export class TargetTexts {
  /** [rows] */
  readonly texts: string[] = []
  /** [rows] NaN where the text is no number */
  readonly numbers = new NumberList()
  /** [rows] the line of a row, from 1 */
  readonly lines = new NumberList()
  readonly gaps = new Sightings()

  constructor(private readonly reader: NumberReader) {}

  take(field: string, line: number): void {
    const text = field.trim()
    const value = this.reader.read(text, line)
    this.texts.push(text)
    this.numbers.push(value)
    this.lines.push(line)
    if (Number.isNaN(value) && isGap(text)) this.gaps.see(line, text)
  }

  isGap(row: number): boolean {
    return Number.isNaN(this.numbers.at(row)) && isGap(this.texts[row]!)
  }
}
