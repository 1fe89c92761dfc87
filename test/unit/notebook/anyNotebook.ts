import fc from 'fast-check'
import { ERROR_MIME, type Cell, type Json, type JsonObject, type Notebook, type Output } from '../../../src/notebook'
import { COMPARE_MIME, RECORD_MIME, SWEEP_MIME } from '../../../src/record'

/** Text of any UTF-16 units, halves of surrogate pairs and line ends of every kind among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\ufeff', '\u2028', '\ud800', '\udc00', '\0', '<<<<<<< ')
      }
    ),
    { maxLength: 8 }
  )
  .map(parts => parts.join(''))

const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>

/** Keys that no version of the format knows. */
const anyExtra: fc.Arbitrary<JsonObject> = fc.dictionary(
  anyText.map(key => `later ${key}`),
  anyJson,
  { maxKeys: 2 }
)

const anyItem = fc.record({
  mime: fc.constantFrom(RECORD_MIME, SWEEP_MIME, COMPARE_MIME, ERROR_MIME, 'text/plain', 'image/png', 'application/json', 'x/y+json', 'not a type'), // prettier-ignore
  data: fc.oneof(anyJson, anyText),
  extra: fc.option(
    anyExtra.filter(extra => Object.keys(extra).length > 0),
    { nil: undefined }
  )
})

const anyOutput: fc.Arbitrary<Output> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ items: fc.array(anyItem, { maxLength: 3 }), extra: anyExtra }) },
  { weight: 1, arbitrary: fc.oneof(anyText, fc.integer(), fc.constant(null)).map(damaged => ({ items: [], extra: {}, damaged })) } // prettier-ignore
)

const anyCell: fc.Arbitrary<Omit<Cell, 'id'>> = fc.record({
  kind: fc.constantFrom('markdown', 'experiment'),
  source: anyText,
  outputs: fc.array(anyOutput, { maxLength: 2 }),
  extra: anyExtra
})

/** Any notebook that a file may hold: any prose, outputs of any types, damaged ones, keys of later versions, outputs of no cell. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({
    metadata: anyExtra,
    extra: anyExtra,
    ids: fc.uniqueArray(
      anyText.filter(id => id !== ''),
      { maxLength: 6 }
    ),
    cells: fc.array(anyCell, { minLength: 6, maxLength: 6 }),
    orphans: fc.dictionary(
      anyText.map(id => `gone ${id}`),
      anyJson,
      { maxKeys: 2 }
    )
  })
  .map(({ metadata, extra, ids, cells, orphans }) => ({
    metadata,
    extra,
    cells: ids.map((id, i) => ({ ...cells[i]!, id })),
    ...(Object.keys(orphans).length > 0 && { orphans })
  }))

/** How a property is tried: the same inputs every time, or others by `GRADNB_FUZZ_SEED`. */
export const tries = (numRuns: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns,
  seed: 17 + Number(process.env['GRADNB_FUZZ_SEED'] ?? 0)
})
