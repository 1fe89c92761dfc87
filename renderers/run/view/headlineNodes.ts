import { headline, type RunRecord } from '../../../src/record'
import { element } from './dom'

/** The line that names the experiment, as selectable text. */
export function headlineNodes(record: RunRecord): Node[] {
  const { title, facts, state } = headline(record)
  const stateNode = element('span', 'gradnb-state', state.text)
  stateNode.dataset['tone'] = state.tone
  return [element('strong', 'gradnb-title', title), document.createTextNode(` — ${facts}; `), stateNode]
}
