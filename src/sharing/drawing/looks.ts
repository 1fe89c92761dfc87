import { widest } from '../../../renderers/run/numbers/colorScale'
import { quantitiesOf, reachKey, scalingOf, type Look } from '../../../renderers/run/numbers/look'
import { heatNumbers } from '../../../renderers/run/numbers/heatNumbers'
import { lookOf } from '../../../renderers/run/chart/choices'
import type { Choice } from '../../figure'
import type { RunRecord } from '../../record'

/** A run, and what a person chose to see of it. */
interface Shown {
  readonly record: RunRecord
  readonly choice: Choice
}

type Reaches = Look['reaches']

/** How each run is to be drawn so that all figures of the notebook have one scale, as in the editor. */
export function looksOf(shown: readonly Shown[]): Look[] {
  const looks = shown.map(({ choice }) => lookOf(choice))
  const all = shown.flatMap(({ record }, i) => (looks[i]!.free ? [] : ownReaches(record, looks[i]!)))
  const names = [...new Set(all.map(([name]) => name))]
  const reachOf = (name: string) => widest(all.filter(([other]) => other === name).map(([, reach]) => reach))
  const reaches: Reaches = new Map(names.map(name => [name, reachOf(name)]))
  return looks.map(look => ({ ...look, reaches }))
}

type Entry = readonly [string, Parameters<typeof widest>[0][number]]

/** How far the colours of a run would reach by themselves, by quantity. */
const ownReaches = (record: RunRecord, look: Look): Entry[] =>
  quantitiesOf(look).flatMap(name => {
    const { own, absolute } = heatNumbers(record, name, scalingOf(look, name))
    return own ? [[reachKey(name, absolute), own] as const] : []
  })
