import type * as z from 'zod'
import { nearest } from './nearest'
import type { Problem, ProblemCode } from './problem'
import type { Path, Source } from './source'
import { unknownKey } from './unknownKey'
import { label, not, numberHint, quoted, typeName, valueAt } from './words'

type Issue = z.core.$ZodIssue

/** What the schema found, as problems with places and sentences. */
export function problemsOf(issues: readonly Issue[], value: unknown, source: Source): Problem[] {
  return issues.flatMap(issue => problemOf(issue, value, source))
}

function problemOf(issue: Issue, root: unknown, source: Source): Problem[] {
  const value = valueAt(root, issue.path)
  const at = (code: ProblemCode, message: string): Problem[] => [{ code, message, ...source.rangeOf(issue.path) }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey(key, issue.path, root, source))
    case 'invalid_value':
      return [unknownName(value, issue.values.map(String), issue.path, source)]
    case 'invalid_union':
      return unionProblems(issue, root, source)
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return at('out-of-range', `${label(issue.path)} must not be empty`)
      return at(
        'out-of-range',
        `${label(issue.path)} must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}${not(value)}`
      )
    case 'too_big':
      return at(
        'out-of-range',
        `${label(issue.path)} must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}${not(value)}`
      )
    case 'invalid_format':
      return at(
        'wrong-format',
        `${label(issue.path)} must start with a letter and hold letters, digits, _ and - only${not(value)}`
      )
    case 'invalid_type':
      return at(
        'wrong-type',
        `${label(issue.path)} must be ${typeName(issue.expected)}${not(value)}${numberHint(value, issue.expected)}`
      )
    default:
      return at('wrong-type', `${label(issue.path)}: ${issue.message}`)
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** A name that no member has, or a value of the wrong shape; else the problems of the member whose shape fits. */
function unionProblems(issue: UnionIssue, root: unknown, source: Source): Problem[] {
  const options = (issue as { options?: readonly unknown[] }).options
  const value = valueAt(root, issue.path)
  if (options !== undefined) return [unknownName(value, options.map(String), issue.path, source)]
  const fitting = issue.errors.find(
    branch => !branch.some(inner => inner.path.length === 0 && inner.code === 'invalid_type')
  )
  if (fitting !== undefined)
    return problemsOf(
      fitting.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })) as Issue[],
      root,
      source
    )
  const message = `${label(issue.path)} must be ${shapes(issue)}${not(value)}`
  return [{ code: 'wrong-type', message, ...source.rangeOf(issue.path) }]
}

const shapes = (issue: UnionIssue): string =>
  issue.errors
    .map(branch => (branch[0]?.code === 'invalid_type' ? typeName(branch[0].expected) : 'a name'))
    .join(' or ')

/** What a key's values are called in a sentence. */
const KINDS: Readonly<Record<string, string>> = {
  bias_initializer: 'initializer',
  dataset: 'data set'
}

function unknownName(value: unknown, names: readonly string[], path: Path, source: Source): Problem {
  const keys = path.filter(step => typeof step === 'string' && step !== 'name') as string[]
  const kind = KINDS[keys.at(-1) ?? ''] ?? keys.at(-1) ?? 'name'
  const range = source.rangeOf(path)
  if (value === undefined)
    return { code: 'missing-name', message: `${kind} needs a name: one of ${names.join(', ')}`, ...range }
  const suggestion = typeof value === 'string' ? nearest(value, names) : null
  const hint = suggestion ? `did you mean "${suggestion}"?` : `known are ${names.join(', ')}`
  const message = `unknown ${kind} ${quoted(value)}; ${hint}`
  return { code: 'unknown-name', message, ...range, ...(suggestion ? { suggestion } : {}) }
}
