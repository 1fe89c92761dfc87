import type { Path } from './path'
import { isMappingOrList } from './problems/words'

/** The value at a path of plain data, undefined where the path ends early. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      isMappingOrList(value) && Object.hasOwn(value, step) ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    root
  )
}
