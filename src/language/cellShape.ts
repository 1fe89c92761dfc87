import { experimentSchema } from '../experiment'
import { schemaShapeOf } from './schemaShape'
import type { Shape } from './shape'
import { manyRunsShapes } from './sweepShape'

/** What may stand in a cell, read from the schemas. */
export function cellShape(): Shape {
  const shape = schemaShapeOf(experimentSchema)
  const [mapping] = shape.mappings
  return { ...shape, mappings: [{ ...mapping!, keys: new Map([...mapping!.keys, ...manyRunsShapes()]) }] }
}
