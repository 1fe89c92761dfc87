import MarkdownIt from 'markdown-it'

const READER = new MarkdownIt({ html: true })

/** What only stands in its own paragraph where nothing before it is open. */
const BELOW = 'below'

/** How blocks of HTML that an empty line does not end begin and end (CommonMark 0.31, 4.6). */
const HTML_ENDS: readonly (readonly [start: RegExp, end: (start: RegExpExecArray) => string])[] = [
  [/^ {0,3}<!--/, () => '-->'],
  [/^ {0,3}<\?/, () => '?>'],
  [/^ {0,3}<!\[CDATA\[/, () => ']]>'],
  [/^ {0,3}<![a-z]/i, () => '>'],
  [/^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i, ([, name]) => `</${name}>`]
]

/** Prose as a part of a longer text: a block of code or of HTML that it leaves open would swallow what stands below it. */
export function closed(source: string): string {
  const text = source.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  const tokens = READER.parse(`${text}\n\n${BELOW}`, {})
  if (tokens.at(-1)?.type === 'paragraph_close' && tokens.at(-2)?.content === BELOW) return text
  const open = tokens.at(-1)
  if (open?.type === 'fence') return `${text}\n${open.markup}`
  const { content = '' } = open ?? {}
  const end = HTML_ENDS.flatMap(([start, end]) => {
    const found = start.exec(content)
    return found ? [end(found)] : []
  })[0]
  return end === undefined ? text : `${text}\n${end}`
}
