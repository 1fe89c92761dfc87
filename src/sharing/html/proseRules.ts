import type MarkdownIt from 'markdown-it'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { escapeHtml } from './escapeHtml'

/** What prose may hold of HTML: comments, which nobody sees, and line breaks, the one way to have some in a table. */
export function proseRules(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'comment', commentBlock, { alt: ['paragraph', 'blockquote'] })
  markdown.inline.ruler.before('autolink', 'comment', comment)
  markdown.inline.ruler.before('autolink', 'break', lineBreak)
  const picture = markdown.renderer.rules.image!
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const source = String(tokens[index]!.attrGet('src'))
    if (/^data:image\//i.test(source)) return picture(tokens, index, options, env, self)
    return imageLink(source, self.renderInlineAsText(tokens[index]!.children ?? [], options, env))
  }
}

/** The page fetches nothing: where a picture would be is a link to it. */
const imageLink = (source: string, alt: string): string =>
  `<a href="${escapeHtml(source)}">${escapeHtml(TEXTS.image(alt === '' ? source : alt))}</a>`

type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1]
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1]

/** A comment that begins a block goes to the end of the line that ends it, or to the end of all (CommonMark 0.31, 4.6). */
const commentBlock: BlockRule = (state, startLine, endLine, silent) => {
  const isIndented = state.sCount[startLine]! - state.blkIndent >= 4
  const lineOf = (line: number) => state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line])
  if (isIndented || !lineOf(startLine).startsWith('<!--')) return false
  if (silent) return true
  let line = startLine
  while (line < endLine && !lineOf(line).includes('-->')) line++
  state.line = Math.min(endLine, line + 1)
  return true
}

const comment: InlineRule = state => {
  if (!state.src.startsWith('<!--', state.pos)) return false
  const end = state.src.indexOf('-->', state.pos + 4)
  if (end < 0 || end + 3 > state.posMax) return false
  state.pos = end + 3
  return true
}

const BREAK = /^<br\s*\/?>/i

const lineBreak: InlineRule = (state, silent) => {
  const found = BREAK.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 10)))
  if (found === null) return false
  if (!silent) state.push('hardbreak', 'br', 0)
  state.pos += found[0].length
  return true
}
