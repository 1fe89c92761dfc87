import markdownKatex, { type MarkdownKatexOptions } from '@vscode/markdown-it-katex'
import type { KatexOptions } from 'katex'
import MarkdownIt from 'markdown-it'

/** Formulas as MathML, which browsers set without fonts or styles of ours; bounds keep what a stranger writes from growing without end. */
const MATH: MarkdownKatexOptions & KatexOptions = {
  output: 'mathml',
  throwOnError: false,
  trust: false,
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 500
}

const PROSE = new MarkdownIt({ html: false, linkify: false }).use(markdownKatex, MATH)

/**
 * Markdown as VS Code reads it, formulas among it, without HTML; links lead to no script (markdown-it's own check), and nothing is
 * fetched: the page's policy forbids it.
 */
export const proseHtml = (source: string): string => PROSE.render(source)

/** `text` as it may stand in HTML, also between quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
