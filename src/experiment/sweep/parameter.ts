import type { Random } from '../../arithmetic'
import { draw, drawPlace, type Draw } from './draw'
import type { Override } from './override'
import type { Path } from '../path'
import { TEXTS } from '../texts/texts'

/** A key of a cell that takes different values in its runs. */
export interface Parameter {
  /** the dotted path */
  readonly name: string
  readonly path: readonly string[]
  /** where its key stands in the cell */
  readonly key: Path
  /** where what is said of its values stands */
  readonly from: Path
  readonly values: Values
}

export type Values =
  /** one by one; `probabilities` for random */
  | { readonly type: 'list'; readonly all: readonly Override[]; readonly probabilities: readonly number[] | null }
  /** drawn */
  | { readonly type: 'drawn'; readonly how: Draw }

/** How many values a grid tries. */
export const sizeOf = ({ values }: Parameter): number => (values.type === 'list' ? values.all.length : 1)

/** The parameter's value number `place` in a grid. */
export function inGrid({ values }: Parameter, place: number): Override {
  if (values.type === 'list') return values.all[place]!
  throw new RangeError(TEXTS.sweeps.gridOfLists)
}

/** The parameter's value in the draw that `random` belongs to. */
export function drawn(parameter: Parameter, random: Random): Override {
  const { values, path, key, from, name } = parameter
  const own = random.stream(name)
  if (values.type === 'list') return values.all[drawPlace(values.all.length, values.probabilities, own)]!
  return { path, key, from, value: draw(values.how, own), id: null }
}
