import { isMapping } from './normalize'
import { lineAdvice } from './problems/notMapping'
import type { Problem, ProblemCode } from './problems/problem'
import type { YamlSource } from './source'
import { TEXTS } from './texts/texts'

/** A cell's plain mapping, not yet in canonical form. */
export type PlainCell = { ok: true; value: Record<string, unknown> } | { ok: false; problem: Problem }

/** What a text holds that YAML has nothing against. */
export function plainCell(source: YamlSource): PlainCell {
  const wrong = (code: ProblemCode, message: string): PlainCell => ({
    ok: false,
    problem: { code, message, ...source.rangeOf([]) }
  })
  const value = source.toValue()
  if (value === null || value === undefined) return wrong('empty-cell', TEXTS.mapping.empty)
  return isMapping(value) ? { ok: true, value } : { ok: false, problem: noMapping(value, source) }
}

/** `epochs: 3`, in quotes. */
const isMappingText = (text: string): boolean => /^\w+: /.test(text)

/** A list, or text that was meant as key and value. */
function noMapping(value: unknown, source: YamlSource): Problem {
  const range = source.rangeOf([])
  if (typeof value !== 'string')
    return {
      code: 'not-a-mapping',
      message: TEXTS.mapping.list,
      ...range
    }
  const isQuoted = /^["']/.test(source.textAt(range)) && isMappingText(value)
  const { message, text } = isQuoted ? { message: TEXTS.mapping.inQuotes, text: value } : lineAdvice(value)
  return { code: 'not-a-mapping', message, ...range, ...(text === null ? {} : { suggestion: text }) }
}
