import * as z from 'zod'
import { badName, noName, unknownName } from './nameProblems'
import { suggesting, type Problem, type ProblemCode } from './problem'
import { layersHint } from './layersHint'
import { scalarHint, type Hint } from './scalarHint'
import { isNamed } from '../schema/keys'
import type { Source } from '../source'
import { unknownKey } from './unknownKey'
import { valueAt } from '../valueAt'
import { isMappingOrList, label, not, typeName } from './words'
import { wrongType } from './wrongType'
import { TEXTS } from '../texts/texts'

type Issue = z.core.$ZodIssue

/** A problem whose place and sentence are worked out only if it is told. */
export type Untold = () => Problem

/** What the schema found, as problems with places and sentences. */
export const problemsOf = (issues: readonly Issue[], value: unknown, source: Source): Untold[] =>
  issues.flatMap(issue => problemsOfOne(issue, value, source))

/** The schema says "number" also of a text in a whole number's place; this says which numbers. */
const WHOLE = 'int'
export const wholeNumbers = ({ inst }: { readonly inst?: unknown }): string | undefined =>
  inst instanceof z.ZodNumberFormat ? WHOLE : undefined

const expectedBy = ({ expected, message }: Extract<Issue, { code: 'invalid_type' }>): string =>
  expected === 'number' && message === WHOLE ? WHOLE : expected

/** Most issues are a problem; keys that are not known are one each, and what fits no form of a union may be several. */
function problemsOfOne(issue: Issue, root: unknown, source: Source): Untold[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => () => unknownKey(key, issue.path, root, source))
  return issue.code === 'invalid_union' ? unionProblems(issue, root, source) : [() => problemOf(issue, root, source)]
}

type SimpleIssue = Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>

const NO_HINT: Hint = { words: '', text: null }

function problemOf(issue: SimpleIssue, root: unknown, source: Source): Problem {
  const value = valueAt(root, issue.path)
  const at = (code: ProblemCode, message: string): Problem => ({ code, message, ...source.rangeOf(issue.path) })
  switch (issue.code) {
    case 'invalid_value':
      return unknownName(value, issue.values.map(String), issue.path, root, source)
    case 'too_small':
      return at('out-of-range', tooSmall(issue, value))
    case 'too_big':
      return at('out-of-range', tooBig(issue, value))
    case 'invalid_format':
      return badName(value, issue.path, source)
    case 'invalid_type':
      return wrongType(expectedBy(issue), value, issue.path, source)
    default:
      return at('wrong-type', TEXTS.values.other(label(issue.path), issue.message))
  }
}

function tooSmall({ path, origin, inclusive, minimum }: Extract<Issue, { code: 'too_small' }>, value: unknown): string {
  const { mustNotBeEmpty, atLeast, above } = TEXTS.values
  if (origin === 'string' || origin === 'array') return mustNotBeEmpty(label(path))
  return (inclusive ? atLeast : above)(label(path), String(minimum), not(value))
}

function tooBig({ path, inclusive, maximum }: Extract<Issue, { code: 'too_big' }>, value: unknown): string {
  const { atMost, below } = TEXTS.values
  return (inclusive ? atMost : below)(label(path), String(maximum), not(value), percentHint(value, maximum))
}

/** A share given in per cent. */
const percentHint = (value: unknown, most: unknown): string =>
  most === 1 && typeof value === 'number' && value > 1 && value <= 100
    ? TEXTS.values.hints.percent(Number(`${value}e-2`), value)
    : ''

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** A name that no member has, or a value of the wrong shape; else the problems of the member whose shape fits. */
function unionProblems(issue: UnionIssue, root: unknown, source: Source): Untold[] {
  const fitting = issue.errors.find(
    branch => !branch.some(inner => inner.path.length === 0 && inner.code === 'invalid_type')
  )
  if (nameOptions(issue) !== undefined || fitting === undefined) return [() => misfit(issue, root, source)]
  const inner = fitting.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })) as Issue[]
  return problemsOf(inner, root, source)
}

/** The names of a union that are told apart by their names. */
const nameOptions = (issue: UnionIssue): readonly string[] | undefined =>
  (issue as { options?: readonly unknown[] }).options?.map(String)

function misfit(issue: UnionIssue, root: unknown, source: Source): Problem {
  const { path } = issue
  const value = valueAt(root, path)
  const names = nameOptions(issue)
  if (names !== undefined) return unknownName(value, names, path, root, source)
  if (value === undefined) return wrongType('', value, path, source)
  if (isNamed(path) && !isMappingOrList(value)) return noName(value, path, source)
  const { words, text } = hintOf(issue, value, source)
  const message = TEXTS.values.mustBe(label(path), shapes(issue), not(value), words)
  return { code: 'wrong-type', message, ...source.rangeOf(path), ...suggesting(text) }
}

function hintOf({ path, errors }: UnionIssue, value: unknown, source: Source): Hint {
  if (path[0] === 'hidden_layers' && value !== null) return layersHint(value)
  const takesText = errors.some(([first]) => first?.code === 'invalid_type' && first.expected === 'string')
  return takesText ? scalarHint(value, 'string', path, source.textAt(source.rangeOf(path))) : NO_HINT
}

const shapes = (issue: UnionIssue): string[] =>
  issue.errors.map(([first]) => (first?.code === 'invalid_type' ? typeName(first.expected) : TEXTS.values.aName))
