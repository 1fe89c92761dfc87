import type { TextTable } from '../words/textTable'
import { element } from './dom'

/** A table whose first column names its rows. */
export function table({ caption, hint, head, rows }: TextTable): HTMLElement {
  const node = element('table', 'gradnb-table')
  const body = rows.map(([name = '', ...cells]) =>
    row([heading(name, 'row'), ...cells.map(cell => element('td', '', cell))])
  )
  const title = element('caption', '', caption)
  if (hint !== undefined) title.title = hint
  node.append(title, section('thead', [row(head.map(name => heading(name, 'col')))]), section('tbody', body))
  return node
}

function heading(text: string, scope: 'row' | 'col'): HTMLElement {
  const node = element('th', '', text)
  node.scope = scope
  return node
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const node = element('tr', '')
  node.append(...cells)
  return node
}

function section(tag: 'thead' | 'tbody', rows: readonly HTMLElement[]): HTMLElement {
  const node = element(tag, '')
  node.append(...rows)
  return node
}
