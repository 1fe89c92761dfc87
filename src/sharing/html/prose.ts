import markdownKatex, { type MarkdownKatexOptions } from '@vscode/markdown-it-katex'
import type { KatexOptions } from 'katex'
import MarkdownIt from 'markdown-it'
import { proseRules } from './proseRules'

/** Formulas as MathML, which browsers set without fonts or styles of ours; bounds keep what a stranger writes from growing without end. */
const MATH: MarkdownKatexOptions & KatexOptions = {
  output: 'mathml',
  throwOnError: false,
  trust: false,
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 500
}

const PROSE = new MarkdownIt({ html: false, linkify: true }).use(markdownKatex, MATH).use(proseRules)
// As VS Code has it: addresses become links, names of files such as train.py do not.
PROSE.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

/**
 * Markdown as VS Code reads it, formulas among it, without HTML; links lead to no script (markdown-it's own check), and nothing is
 * fetched: the page's policy forbids it.
 */
export const proseHtml = (source: string): string => PROSE.render(source)

/** The words of the first heading, without what marks them up; null where there is none. */
export function headingIn(source: string): string | null {
  const tokens = PROSE.parse(source, {})
  const place = tokens.findIndex(({ type }) => type === 'heading_open')
  if (place < 0) return null
  const parts = tokens[place + 1]!.children ?? []
  return (
    parts
      .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
      .join('')
      .trim() || null
  )
}
