import * as vscode from 'vscode'
import { ERROR_MIME, readJson, TEXT_MIME, writeJson, type OutputItem } from '../notebook'
import { isOwnMime } from '../record'

/** What the metadata of an output remembers of an item in a file: all of it where VS Code's item is not the same. */
export type KeptItem = Omit<OutputItem, 'data'> & Partial<Pick<OutputItem, 'data'>>

const isJson = (mime: string): boolean => mime === ERROR_MIME || mime.endsWith('+json') || mime.endsWith('/json')

/** An item of a file as VS Code takes it; none where it refuses the MIME type. */
export function itemFromFile({ mime, data }: OutputItem): vscode.NotebookCellOutputItem[] {
  const text = typeof data === 'string' && !isJson(mime) ? data : writeJson(data)
  try {
    return [new vscode.NotebookCellOutputItem(new TextEncoder().encode(text), mime)]
  } catch {
    return [] // "INVALID mime type": the file's item is kept all the same, see `keptItems`
  }
}

/** An item of VS Code as the file takes it. */
export function itemToFile({ mime, data }: vscode.NotebookCellOutputItem): OutputItem {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)
  const json = isJson(mime) ? readJson(text) : undefined
  return { mime, data: json === undefined ? text : json }
}

/**
 * What must be remembered of a file's items, so that `withKept` gives them back; null where `itemToFile` does. VS Code has one
 * item of a MIME type, bytes for text, and no more keys.
 */
export function keptItems(
  items: readonly OutputItem[],
  shown: readonly vscode.NotebookCellOutputItem[]
): readonly KeptItem[] | null {
  const ownText = items.some(({ mime }) => isOwnMime(mime)) && items.some(({ mime }) => mime === TEXT_MIME)
  const kept = items.map(item => (isCarried(item, items, shown) ? withoutData(item) : item))
  return ownText || kept.some(item => item.data !== undefined || item.extra) ? kept : null
}

const withoutData = ({ mime, extra }: OutputItem): KeptItem => (extra ? { mime, extra } : { mime })

function isCarried(
  { mime, data }: OutputItem,
  items: readonly OutputItem[],
  shown: readonly vscode.NotebookCellOutputItem[]
): boolean {
  const isOnly = items.filter(other => other.mime.toLowerCase() === mime.toLowerCase()).length === 1
  return isOnly && shown.some(item => item.mime === mime) && (isJson(mime) || isText(data))
}

/** Text that survives as UTF-8. */
const isText = (data: OutputItem['data']): boolean => typeof data === 'string' && !/\p{Surrogate}/u.test(data)

/** The items of the file: what was kept, and of VS Code's `items` what it carried. */
export function withKept(
  kept: readonly KeptItem[],
  items: readonly vscode.NotebookCellOutputItem[]
): readonly OutputItem[] {
  return kept.flatMap(({ mime, data, extra }) => {
    const own = items.filter(item => item.mime === mime).map(itemToFile)
    const whole = data === undefined ? own : [{ mime, data }]
    return whole.map(item => (extra ? { ...item, extra } : item))
  })
}
