import { manyRunsSchema, parameterSchema, VARIED_KEYS } from '../experiment'
import { keysOf, shapeAt, type Mapping, type Shape } from './shape'
import { schemaShapeOf } from './schemaShape'
import { ourKey } from './yaml'

type Path = readonly PropertyKey[]

/** The shapes of the keys by which a cell builds on others and makes many runs. */
export const manyRunsShapes = (): ReadonlyMap<string, Shape> => schemaShapeOf(manyRunsSchema).mappings[0]!.keys

/** A path whose end is a value of some key of a cell, told by that key's path: that of a parameter's values, or of a variant. */
interface Meant {
  /** the key's path from the cell's top */
  readonly steps: readonly string[]
  /** how much of the path in the cell leads to the value itself */
  readonly length: number
  /** what is said of the values, not a value: `min`, `distribution` */
  readonly about: string | null
}

/** What may stand at `path` of a cell whose plain value is `value`, in a sweep and in variants too; null where the language has nothing. */
export function shapeIn(root: Shape, value: unknown, path: Path): Shape | null {
  if (path[0] === 'variants' && path.length <= 2)
    return path.length === 1 ? shapeAt(root, value, path) : variantShape(root)
  const meant = path[0] === 'variants' ? inVariant(path) : inParameters(path)
  if (meant === null) return shapeAt(root, value, path)
  const key = shapeOfKey(root, value, meant.steps)
  if (key === null) return null
  if (meant.about !== null) return aboutValues(key, meant.about)
  if (path.length === meant.length && path[0] === 'sweep' && typeof path.at(-1) === 'string' && !isValue(path))
    return parameterOf(key)
  return shapeAt(key, valueAt(value, path.slice(0, meant.length)), path.slice(meant.length))
}

/** A part of a key that is left out, or a bare name, is one of what that stands for. */
function shapeOfKey(root: Shape, cell: unknown, [key, ...inner]: readonly string[]): Shape | null {
  const shape = root.mappings[0]!.keys.get(key!) ?? null
  return shape && shapeAt(shape, standsFor(shape, valueAt(cell, [key!])), inner)
}

const standsFor = (shape: Shape, value: unknown): unknown =>
  typeof value === 'string' ? { name: value } : (value ?? shape.fallback)

const isValue = (path: Path): boolean => path.at(-1) === 'value'

export const valueAt = (cell: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], cell)

const stepsOf = (key: PropertyKey): string[] =>
  String(key)
    .split('.')
    .map((step, i) => (i > 0 ? ourKey(step) : step))

const inVariant = (path: Path): Meant | null =>
  path.length < 3 ? null : { steps: stepsOf(path[2]!), length: 3, about: null }

/** `parameters` may be nested, as in W&B. */
function inParameters(path: Path): Meant | null {
  if (path[0] !== 'sweep' || path[1] !== 'parameters' || path.length < 3) return null
  let steps = stepsOf(path[2]!)
  let length = 3
  while (path[length] === 'parameters' && length + 1 < path.length) {
    steps = [...steps, ...stepsOf(path[length + 1]!)]
    length += 2
  }
  const next = path[length]
  if (typeof next === 'number') return { steps, length: length + 1, about: null }
  if (next === 'value') return { steps, length: length + 1, about: null }
  if (next === 'values') return path.length === length + 1 ? { steps, length, about: 'values' } : { steps, length: length + 2, about: null } // prettier-ignore
  return { steps, length, about: next === undefined ? null : String(next) }
}

/** What may be said of a key's values. */
const parameterOf = (key: Shape): Shape => ({
  ...schemaShapeOf(parameterSchema),
  doc: key.doc,
  items: key
})

/** `min` of a key is a number as the key takes. */
function aboutValues(key: Shape, about: string): Shape | null {
  const shape = schemaShapeOf(parameterSchema).mappings[0]!.keys.get(about)
  if (shape === undefined) return null
  return about === 'values' ? { ...shape, items: key } : shape
}

/** The keys of a variant are those that runs may differ in. */
function variantShape(root: Shape): Shape {
  const keys = new Map([...root.mappings[0]!.keys].filter(([key]) => VARIED_KEYS.includes(key)))
  return { ...root, mappings: [{ names: [], keys }] }
}

/** The dotted paths of the keys that runs may differ in, as far as `cell` tells which there are. */
export function variedPaths(root: Shape, cell: unknown): [string, Shape][] {
  return VARIED_KEYS.flatMap((key): [string, Shape][] => {
    const shape = root.mappings[0]!.keys.get(key)
    if (shape === undefined) return []
    const inner = [...innerKeys(shape, valueAt(cell, [key]))].filter(([name]) => name !== 'name')
    return [[key, shape], ...inner.map(([name, one]): [string, Shape] => [`${key}.${name}`, one])]
  })
}

/** Of a key that is left out, or a bare name, the keys of what it stands for. */
function innerKeys(shape: Shape, value: unknown): ReadonlyMap<string, Shape> {
  if (shape.mappings.length === 0) return new Map()
  const written = standsFor(shape, value)
  const named = shape.mappings.some(({ names }: Mapping) => names.length > 0)
  return named && !hasName(written) ? new Map() : keysOf(shape, written)
}

const hasName = (value: unknown): boolean => typeof value === 'object' && value !== null && 'name' in value
