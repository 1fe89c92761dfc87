import type { SweepRecord } from '../../../../src/record'
import { sortedRuns, sweepColumns, type SweepColumn } from '../../words/sweepColumns'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { element, keepKeys } from '../dom'
import { button } from '../controls'

const { table: WORDS } = SWEEP_FIGURE
/** Rows that are made at once; more on demand, so that a thousand runs draw as quickly as fifty. */
const ROWS = 50

export interface SweepTableActions {
  open(run: number): void
  insert(run: number): void
  showAll(): void
}

/** What the table is of. */
export interface TableContent {
  readonly record: SweepRecord
  /** indices of the runs to show */
  readonly runs: readonly number[]
  /** what these are, where they are not all */
  readonly filter: string | null
  readonly level: number
}

/** The runs as a table: sorted by a click on a column's name, with buttons that open a run or insert it as a cell. */
export class SweepTable {
  readonly node = element('div', 'gradnb-data gradnb-sweep-table')
  private readonly filter = element('p', 'gradnb-filter')
  private readonly table = element('table', 'gradnb-table')
  private readonly foot = element('div', '')
  private content: TableContent | null = null
  private sorted = { column: 0, ascending: true }
  private shown = ROWS

  constructor(
    private readonly actions: SweepTableActions,
    private readonly canAsk: boolean
  ) {
    this.node.tabIndex = 0
    this.node.setAttribute('role', 'group')
    this.node.setAttribute('aria-label', WORDS.label)
    this.node.append(this.filter, this.table, this.foot)
    keepKeys(this.node)
  }

  show(content: TableContent): void {
    if (content.filter !== this.content?.filter) this.shown = ROWS
    this.content = content
    this.draw()
  }

  private draw(): void {
    const { record, runs, filter, level } = this.content!
    const columns = sweepColumns(record, level)
    const column = columns[Math.min(this.sorted.column, columns.length - 1)]!
    const indices = sortedRuns(record, runs, column, this.sorted.ascending)
    const shown = indices.slice(0, this.shown)
    this.filter.replaceChildren(...this.filterNodes(filter))
    this.filter.hidden = filter === null
    const body = element('tbody', '')
    body.append(...shown.map(index => this.row(record, columns, index)))
    this.table.replaceChildren(
      element('caption', '', WORDS.caption(runs.length, record.runs.length)),
      this.head(columns),
      body
    )
    const left = indices.length - shown.length
    this.foot.replaceChildren(...(left > 0 ? [button(WORDS.more(Math.min(left, 4 * ROWS)), () => this.more())] : []))
  }

  private filterNodes(filter: string | null): Node[] {
    return filter === null
      ? []
      : [element('span', '', WORDS.filtered(filter)), button(WORDS.showAll, () => this.actions.showAll())]
  }

  private more(): void {
    this.shown += 4 * ROWS
    this.draw()
  }

  private head(columns: readonly SweepColumn[]): HTMLElement {
    const row = element('tr', '')
    const [first, ...others] = columns.map((column, i) => this.heading(column, i))
    row.append(first!, ...(this.canAsk ? [element('td', '')] : []), ...others)
    const head = element('thead', '')
    head.append(row)
    return head
  }

  private heading({ title, hint }: SweepColumn, i: number): HTMLElement {
    const node = element('th', '')
    node.scope = 'col'
    const { column, ascending } = this.sorted
    node.setAttribute('aria-sort', i !== column ? 'none' : ascending ? 'ascending' : 'descending')
    const sort = () => {
      this.sorted = { column: i, ascending: i === column ? !ascending : true }
      this.draw()
      this.table.tHead?.querySelectorAll('button')[i]?.focus()
    }
    const made = button({ text: title, hint: hint ?? WORDS.sort(title) }, sort)
    if (i === column) made.append(element('span', '', ascending ? ' ↑' : ' ↓'))
    node.append(made)
    return node
  }

  private row(record: SweepRecord, columns: readonly SweepColumn[], index: number): HTMLElement {
    const row = element('tr', '')
    const run = record.runs[index]!
    row.dataset['run'] = String(index)
    const [first, ...others] = columns.map((column, i) => element(i === 0 ? 'th' : 'td', '', column.text(run, index)))
    ;(first as HTMLTableCellElement).scope = 'row'
    row.append(first!, ...(this.canAsk ? [this.actionsOf(index)] : []), ...others)
    return row
  }

  private actionsOf(index: number): HTMLElement {
    const cell = element('td', 'gradnb-actions')
    cell.append(
      button(WORDS.openRun(index), () => this.actions.open(index)),
      button(WORDS.insertRun(index), () => this.actions.insert(index))
    )
    return cell
  }
}
