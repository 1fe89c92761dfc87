import { writeJson } from './json/writeJson'
import {
  FORMAT_VERSION,
  type Cell,
  type Json,
  type JsonObject,
  type Notebook,
  type Output,
  type OutputItem
} from './notebook'

/**
 * The notebook's bytes: UTF-8 JSON, two spaces of indentation, keys in a fixed order, outputs at the end, one trailing
 * newline. The same notebook always gives the same bytes.
 */
export function formatNotebook(notebook: Notebook): Uint8Array {
  const { metadata, cells, extra } = notebook
  const outputs = outputsOf(notebook)
  const file = {
    gradnb: FORMAT_VERSION,
    metadata,
    ...extra,
    cells: cells.map(formatCell),
    ...(Object.keys(outputs).length > 0 ? { outputs } : {})
  }
  return new TextEncoder().encode(`${writeJson(file, '  ')}\n`)
}

const formatCell = ({ id, kind, source, extra }: Cell): JsonObject => ({
  id,
  kind,
  source: source.split('\n'),
  ...extra
})

/** By cell, in their order, then what belongs to no cell. */
function outputsOf({ cells, orphans = {} }: Notebook): JsonObject {
  const own = cells.filter(cell => cell.outputs.length > 0)
  const owned = new Map(own.map(cell => [cell.id, cell.outputs.map(formatOutput)]))
  const others = Object.entries(orphans).filter(([id]) => !owned.has(id))
  return Object.fromEntries<Json>([...owned, ...others])
}

const formatOutput = ({ items, extra, damaged }: Output): Json =>
  damaged === undefined ? { items: items.map(formatItem), ...extra } : damaged

const formatItem = ({ mime, data, extra }: OutputItem): Json => ({ mime, data, ...extra })
