import { crossProblems } from './checks'
import type { Experiment } from './experiment'
import { problemsOf } from './issues'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { isMapping, normalize } from './normalize'
import type { Problem, ProblemCode } from './problem'
import { resolve } from './resolve'
import { experimentSchema } from './schema/experiment'
import { Source } from './source'

export type ParseResult =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a cell: YAML, short forms spelled out, the schema, then what needs several keys at once. Each stage reports all it
 * finds; the next runs only on what the last accepted. Never throws for what a cell says.
 */
export function parseExperiment(text: string, limits: Limits = DEFAULT_LIMITS): ParseResult {
  const source = new Source(text)
  if (source.problems.length > 0) return failed(source.problems)
  const cell = plainCell(source)
  if (!cell.ok) return failed([cell.problem])
  const canonical = normalize(cell.value)
  const parsed = experimentSchema.safeParse(canonical)
  if (!parsed.success) return failed(problemsOf(parsed.error.issues, canonical, source))
  const problems = crossProblems(parsed.data, source, limits)
  return problems.length > 0 ? failed(problems) : { ok: true, experiment: resolve(parsed.data) }
}

function failed(problems: readonly Problem[]): ParseResult {
  return { ok: false, problems: [...problems].sort((a, b) => a.start - b.start) }
}

type PlainCell = { ok: true; value: Record<string, unknown> } | { ok: false; problem: Problem }

function plainCell(source: Source): PlainCell {
  const wrong = (code: ProblemCode, message: string): PlainCell => ({
    ok: false,
    problem: { code, message, ...source.rangeOf([]) }
  })
  try {
    const value = source.toValue()
    if (value === null || value === undefined)
      return wrong('empty-cell', 'this cell is empty; "dataset: spiral" alone is a whole experiment')
    return isMapping(value)
      ? { ok: true, value }
      : wrong('not-a-mapping', 'a cell is a list of "key: value" lines, for example "dataset: spiral"')
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return wrong('too-many-aliases', 'the aliases (*name) of this cell expand to too much; write the values out')
  }
}
