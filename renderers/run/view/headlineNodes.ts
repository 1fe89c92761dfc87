import { headline, type RunRecord } from '../../../src/record'
import { element } from './dom'

/** The line that names the experiment, as selectable text, and those that say what was made of a file. What went wrong stands in the verdict. */
export function headlineNodes(record: RunRecord): Node[] {
  const { title, facts, state, data } = headline(record)
  const stateNode = element('span', 'gradnb-state', state.progress)
  stateNode.dataset['tone'] = state.tone
  const line = [element('strong', 'gradnb-title', title), document.createTextNode(` — ${facts}; `), stateNode]
  return [...line, ...data.map(text => element('div', 'gradnb-data', text))]
}
