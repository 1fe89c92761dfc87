import { crossProblems } from './checks'
import type { Experiment } from './experiment'
import { problemsOf, wholeNumbers, type Untold } from './problems/issues'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { isMapping, normalize } from './normalize'
import { lineAdvice } from './problems/notMapping'
import type { Problem, ProblemCode } from './problems/problem'
import { resolve } from './resolve'
import { experimentSchema } from './schema/experiment'
import { Source } from './source'
import { told } from './problems/told'
import { TEXTS } from './texts/texts'

export type ParseResult =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a cell: YAML, short forms spelled out, the schema, then what needs several keys at once. Each stage reports all it
 * finds; the next runs only on what the last accepted. Never throws for what a cell says.
 */
export function parseExperiment(text: string, limits: Limits = DEFAULT_LIMITS): ParseResult {
  const source = new Source(text)
  const failed = (problems: readonly (Problem | Untold)[]): ParseResult => ({
    ok: false,
    problems: told(problems, text)
  })
  if (source.problems.length > 0) return failed(source.problems)
  const cell = plainCell(source)
  if (!cell.ok) return failed(source.structure.length > 0 ? source.structure : [cell.problem])
  const canonical = normalize(cell.value)
  const parsed = experimentSchema.safeParse(canonical, { error: wholeNumbers })
  if (!parsed.success) return failed(problemsOf(parsed.error.issues, canonical, source))
  const problems = crossProblems(parsed.data, source, limits)
  return problems.length > 0 ? failed(problems) : { ok: true, experiment: resolve(parsed.data) }
}

type PlainCell = { ok: true; value: Record<string, unknown> } | { ok: false; problem: Problem }

function plainCell(source: Source): PlainCell {
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
function noMapping(value: unknown, source: Source): Problem {
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
