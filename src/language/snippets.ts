import type { Completion } from './completion'
import type { Cursor } from './cursor'
import { TEXTS } from './texts'

/** Whole experiments for an empty cell. Offered by us and not as VS Code's snippets, which would come up at every word. */
export const snippetCompletions = ({ word }: Cursor): Completion[] =>
  TEXTS.snippets.map(snippet => ({ ...snippet, kind: 'snippet', detail: TEXTS.experiment, range: word }))
