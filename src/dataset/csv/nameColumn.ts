import { NumberList } from '../numberList'
import { isGap } from './gap'
import { Sightings } from './sightings'

/** More different values than this are not names of kinds but of things; they are not counted further. */
export const MOST_NAMES = 1000

/** A column of names as it is read. */
export class NameColumn {
  readonly gaps = new Sightings()
  /** the line of the first row, from 1 */
  firstLine = 0
  /** where the first value was that is one too many */
  readonly excess = new Sightings()
  /** [rows] the place of the row's name in the order of their first appearance; NaN for a gap */
  private readonly places = new NumberList()
  private readonly placeOfName = new Map<string, number>()

  take(field: string, line: number): void {
    const name = field.trim()
    if (this.places.length === 0) this.firstLine = line
    this.places.push(isGap(name) ? (this.gaps.see(line, name), NaN) : this.placeOf(name, line))
  }

  get length(): number {
    return this.places.length
  }

  /** The different names in their order: by value where all are numbers, else by their characters' codes. */
  get names(): readonly string[] {
    const names = [...this.placeOfName.keys()]
    return names.every(name => !Number.isNaN(Number(name))) ? names.sort((a, b) => Number(a) - Number(b)) : names.sort()
  }

  /** [rows] the place of each row's name in `names`; NaN for a gap. */
  values(): Float64Array {
    const order = new Map(this.names.map((name, place) => [this.placeOfName.get(name)!, place]))
    return this.places.values().map(place => order.get(place) ?? NaN)
  }

  private placeOf(name: string, line: number): number {
    const known = this.placeOfName.get(name)
    if (known !== undefined) return known
    const place = this.placeOfName.size
    if (place >= MOST_NAMES) return (this.excess.see(line, name), NaN)
    this.placeOfName.set(name, place)
    return place
  }
}
