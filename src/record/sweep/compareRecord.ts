import { encodeRecord, openRecord } from '../codec'
import type { Json, JsonObject } from '../json'
import { RecordError, asArray, asCount, asObject, asString, orNull } from '../parse'
import type { RunRecord } from '../runRecord'
import { noSteps } from '../steps'
import { encodeSweep, parseSweep } from './sweepCodec'
import type { SweepRecord } from './sweepRecord'

/** The version of a comparison's form. */
export const COMPARE_VERSION = 1

/** The output's MIME type in a notebook. */
export const COMPARE_MIME = 'application/vnd.gradnb.compare+json'

/** One of those compared: a run with what its heatmap and curves need (see `comparable`), a whole sweep, or why there is neither. */
export type CompareItem = { readonly reference: string } & (
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'sweep'; readonly record: SweepRecord }
  | { readonly kind: 'missing'; readonly why: string }
)

/**
 * What the output of a cell with `compare: [a, b/label, c#12]` holds: for each reference, as written, a copy of what it named when the
 * cell ran. A copy, so that it draws after reopening without running anything, whatever the named cells were changed to since. `a` is a
 * cell's run or its whole sweep; `b/label` the first run of a variant, and `c#12` one run of a sweep, made again for this.
 */
export interface CompareRecord {
  readonly version: typeof COMPARE_VERSION
  readonly name: string | null
  readonly items: readonly CompareItem[]
}

const MOST_ITEMS = 100

/** The run without what a comparison does not draw: pictures, answers, distributions and single steps. */
const comparable = (record: RunRecord): RunRecord => ({
  ...record,
  subject: null,
  frames: [],
  outcomeSubject: null,
  outcomes: [],
  distributions: [],
  steps: noSteps(record.layers.length)
})

/** The comparison as the JSON of a notebook output. */
export const encodeCompare = ({ version, name, items }: CompareRecord): JsonObject => ({
  version,
  name,
  items: items.map(encodeItem)
})

function encodeItem(item: CompareItem): Json {
  const { reference, kind } = item
  switch (item.kind) {
    case 'run':
      return { reference, kind, record: encodeRecord(comparable(item.record)) }
    case 'sweep':
      return { reference, kind, record: encodeSweep(item.record) }
    case 'missing':
      return { reference, kind, why: item.why }
    default:
      return item satisfies never
  }
}

/** Reads what `encodeCompare` wrote; throws a `RecordError` that names the place for anything else. Tables of runs are decoded at their first use. */
export function parseCompare(value: unknown): CompareRecord {
  const fields = asObject(value, 'comparison')
  const version = asCount(fields['version'], 'version')
  if (version > COMPARE_VERSION)
    throw new RecordError('version', `at most ${COMPARE_VERSION}; a newer gradnb wrote this`)
  return {
    version: COMPARE_VERSION,
    name: orNull(fields['name'], 'name', asString),
    items: asArray(fields['items'], 'items', MOST_ITEMS).map((item, i) => parseItem(item, `items[${i}]`))
  }
}

function parseItem(value: unknown, path: string): CompareItem {
  const fields = asObject(value, path)
  const reference = asString(fields['reference'], `${path}.reference`)
  const { kind, record } = fields
  if (kind === 'run') return { reference, kind, record: below(path, () => openRecord(record)) }
  if (kind === 'sweep') return { reference, kind, record: below(path, () => parseSweep(record)) }
  if (kind === 'missing') return { reference, kind, why: asString(fields['why'], `${path}.why`) }
  throw new RecordError(`${path}.kind`, 'one of run, sweep, missing')
}

/** What `read` says of a place in a record, said of the place in the comparison. */
function below<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RecordError) throw new RecordError(`${path}.record.${error.path}`, error.expected)
    throw error
  }
}
