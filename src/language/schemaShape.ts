import type * as z from 'zod'
import { docOf, docsOf, type Doc } from '../experiment'
import type { Mapping, Named, Shape } from './shape'
import { TEXTS } from './texts'

type Schema = z.core.$ZodType
type Parts = Omit<Shape, 'doc' | 'fallback' | 'required'>

/** What may stand where `schema` says. */
export const schemaShapeOf = (schema: Schema): Shape => shapeOf(schema)

/** Wrappers (a default, null, a transformation) say more about the schema inside; the outermost word counts. */
function shapeOf(schema: Schema): Shape {
  const def = (schema as z.core.$ZodTypes)._zod.def
  const doc = docOf(schema)
  switch (def.type) {
    case 'default':
    case 'prefault':
      return { ...around(schema, def.innerType), fallback: def.defaultValue ?? undefined, required: false }
    case 'optional':
      return { ...around(schema, def.innerType), required: false }
    case 'nullable':
      return around(schema, def.innerType)
    case 'pipe':
      return around(schema, def.in)
    default:
      return { doc, fallback: undefined, required: true, ...NOTHING, ...partsOf(def, schema) }
  }
}

/** The shape of `inner` with what the wrapper says of it and of its words. */
function around(wrapper: Schema, inner: Schema): Shape {
  const shape = shapeOf(inner)
  const docs = docsOf(wrapper)
  const words = shape.words.map(({ name, doc }) => named(name, { ...doc, ...docs[name] }))
  return { ...shape, words, doc: { ...shape.doc, ...docOf(wrapper) } }
}

const NOTHING: Parts = { words: [], scalar: '', items: null, mappings: [] }

function partsOf(def: z.core.$ZodTypes['_zod']['def'], schema: Schema): Partial<Parts> {
  switch (def.type) {
    case 'object':
      return { mappings: [mappingOf(def.shape as Readonly<Record<string, Schema>>, docOf(schema))] }
    case 'union':
      return merged(def.options.map(shapeOf))
    case 'array':
      return { items: shapeOf(def.element) }
    case 'enum':
    case 'literal':
      return { words: wordsOf(schema) }
    case 'boolean':
      return { words: [named('true'), named('false')] }
    case 'number':
      return {
        scalar: [isWhole(schema) ? TEXTS.kinds.wholeNumber : TEXTS.kinds.number, ...bounds(def.checks ?? [])].join(' ')
      }
    default:
      return { scalar: def.type === 'string' ? TEXTS.kinds.text : '' }
  }
}

const named = (name: string, doc: Doc = {}): Named => ({ name, doc })

/** A mapping with a `name` gives its own description to the names that have none. */
function mappingOf(shape: Readonly<Record<string, Schema>>, doc: Doc): Mapping {
  const { name, ...rest } = shape
  const isName = name !== undefined && wordsOf(name).length > 0
  const keys = Object.entries(isName ? rest : shape).map(([key, schema]) => [key, shapeOf(schema)] as const)
  return {
    names: isName ? wordsOf(name).map(word => named(word.name, { ...doc, ...word.doc })) : [],
    keys: new Map(keys)
  }
}

function wordsOf(schema: Schema): Named[] {
  const def = (schema as z.core.$ZodTypes)._zod.def
  const docs = docsOf(schema)
  if (def.type === 'enum') return Object.values(def.entries).map(name => named(String(name), docs[String(name)]))
  return def.type === 'literal' ? def.values.map(name => named(String(name))) : []
}

/** Names of forms that need nothing else may stand alone. */
function merged(shapes: readonly Shape[]): Parts {
  const mappings = shapes.flatMap(shape => shape.mappings)
  const bare = mappings.filter(({ keys }) => ![...keys.values()].some(({ required }) => required))
  return {
    words: unique([...shapes.flatMap(shape => shape.words), ...bare.flatMap(({ names }) => names)]),
    scalar: shapes.map(({ scalar }) => scalar).find(scalar => scalar !== '') ?? '',
    items: shapes.map(({ items }) => items).find(items => items !== null) ?? null,
    mappings
  }
}

const unique = (words: readonly Named[]): Named[] => [...new Map(words.map(word => [word.name, word])).values()]

const isWhole = (schema: Schema): boolean => 'format' in (schema as z.core.$ZodTypes)._zod.def

function bounds(checks: readonly z.core.$ZodCheck<never>[]): string[] {
  return checks.flatMap(check => {
    const def = (check as unknown as z.core.$ZodChecks)._zod.def
    if (def.check === 'greater_than') return [`${def.inclusive ? '≥' : '>'} ${String(def.value)}`]
    return def.check === 'less_than' ? [`${def.inclusive ? '≤' : '<'} ${String(def.value)}`] : []
  })
}
