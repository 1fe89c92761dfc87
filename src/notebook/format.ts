import { FORMAT_VERSION, type Cell, type Json, type JsonObject, type Notebook, type Output } from './notebook'

/**
 * The notebook's bytes: UTF-8 JSON, two spaces of indentation, keys in a fixed order, outputs at the end, one trailing
 * newline. The same notebook always gives the same bytes.
 */
export function formatNotebook(notebook: Notebook): Uint8Array {
  const { metadata, cells, extra } = notebook
  const withOutputs = cells.filter(cell => cell.outputs.length > 0)
  const file = {
    gradnb: FORMAT_VERSION,
    metadata,
    ...extra,
    cells: cells.map(formatCell),
    ...(withOutputs.length > 0
      ? { outputs: Object.fromEntries(withOutputs.map(cell => [cell.id, cell.outputs.map(formatOutput)])) }
      : {})
  }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}

const formatCell = ({ id, kind, source, extra }: Cell): JsonObject => ({
  id,
  kind,
  source: source.split('\n'),
  ...extra
})

const formatOutput = ({ items, extra }: Output): Json => ({
  items: items.map(({ mime, data }) => ({ mime, data })),
  ...extra
})
