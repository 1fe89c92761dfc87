import { Document, isSeq } from 'yaml'
import { nameOfCell } from './derivedCell'

/** The text of a cell that puts side by side what the cells of `texts` show, with `comment` above; null where one of them has no name. */
export function comparingCell(texts: readonly string[], comment: string): string | null {
  const names = texts.map(nameOfCell)
  if (names.includes(null)) return null
  const document = new Document({ compare: names })
  const list = document.get('compare')
  if (isSeq(list)) list.flow = true
  return `# ${comment}\n${document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()}`
}
