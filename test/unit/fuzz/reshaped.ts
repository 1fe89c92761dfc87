import type { Random } from '../../../src/arithmetic'
import { walkJson, type Walked } from '../notebook/jsonWalk'

/** JSON of `texts` after a few changes to its values and keys, so that it is JSON still; `pieces` are JSON too, `keys` texts. */
export function reshaped(
  texts: readonly string[],
  pieces: readonly string[],
  keys: readonly string[],
  random: Random
): string {
  const draw = (bound: number) => random.integer(bound)
  const piece = (): Walked => walkJson(pieces[draw(pieces.length)]!)
  const key = () => keys[draw(keys.length)]!
  const change = (value: Walked): Walked => {
    const inside = value.kind !== 'scalar' && draw(8) > 0
    if (!inside) return piece()
    if (value.kind === 'list') return { ...value, entries: changed(value.entries, change, () => piece()) }
    return {
      ...value,
      fields: changed(
        value.fields,
        ([name, field]) => (draw(6) > 0 ? [name, change(field)] : [key(), field]),
        () => [key(), piece()]
      )
    }
  }
  /** A list with one entry changed, left out, doubled or added. */
  const changed = <T>(all: readonly T[], one: (entry: T) => T, fresh: () => T): readonly T[] => {
    const at = draw(all.length + 1)
    const kind = at < all.length ? draw(10) : 9
    const middle = kind === 9 ? [fresh(), ...all.slice(at, at + 1)] : kind === 8 ? [] : [one(all[at]!)]
    return [...all.slice(0, at), ...middle, ...(kind === 7 ? all.slice(at, at + 1) : []), ...all.slice(at + 1)]
  }
  let value = walkJson(texts[draw(texts.length)]!)
  for (let changes = draw(4) + 1; changes > 0; changes--) value = change(value)
  return textOf(value)
}

function textOf(value: Walked): string {
  if (value.kind === 'scalar') return value.text
  if (value.kind === 'list') return `[${value.entries.map(textOf).join(',')}]`
  return `{${value.fields.map(([key, field]) => `${JSON.stringify(key)}:${textOf(field)}`).join(',')}}`
}
