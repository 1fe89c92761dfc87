import { experimentDifferences, valueText, type CompareRecord } from '../../../../src/record'
import { visibleLine } from '../../../../src/text'
import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import { element } from '../dom'

/** The keys in which the experiments differ: a row a key, a column for each of those compared. */
export function differencesTable(record: CompareRecord): HTMLElement {
  const differences = experimentDifferences(record)
  if (differences.length === 0) return element('p', 'gradnb-caption', WORDS.same)
  const table = element('table', 'gradnb-table')
  const [head, body] = [element('thead', ''), element('tbody', '')]
  const references = record.items
    .filter(({ kind }) => kind !== 'missing')
    .map(({ reference }) => visibleLine(reference))
  head.append(row([WORDS.key, ...references], 'col'))
  const texts = differences.map(({ key, values }) => [
    key,
    ...values.map(value => (value === null ? WORDS.absent : visibleLine(valueText(value))))
  ])
  body.append(...texts.map(each => row(each.map(visibleLine), 'row')))
  table.append(element('caption', '', WORDS.keysTitle), head, body)
  return table
}

/** A key, which may go on in another line after a dot or an underscore: "optimizer." "learning_" "rate". */
const breakable = (key: string): (Node | string)[] =>
  key.split(/(?<=[._])/).flatMap((part, i) => (i === 0 ? [part] : [document.createElement('wbr'), part]))

function row(texts: readonly string[], scope: 'row' | 'col'): HTMLElement {
  const node = element('tr', '')
  node.append(
    ...texts.map((text, i) => {
      if (scope === 'row' && i > 0) return element('td', '', text)
      const heading = element('th', '')
      heading.append(...(scope === 'row' ? breakable(text) : [text]))
      heading.scope = scope
      return heading
    })
  )
  return node
}
