import { nearest } from '../text'
import { RULES, type Finding, type RuleName } from './finding'

/** The key under which a cell of a file, or a notebook's metadata, lists the rules that it does not want to hear. */
export const SILENCE_KEY = 'silence'

/** Whether a value from outside names a rule of ours. */
export const isRuleName = (name: unknown): name is RuleName => RULES.includes(name as RuleName)

/** The rules in a list from a file or from settings; what is no rule of ours is passed over, as a newer version may know it. */
export const parseSilence = (value: unknown): readonly RuleName[] =>
  Array.isArray(value) ? [...new Set(value.filter(isRuleName))] : []

/** A name that is no rule, and the rule that may be meant; null: none is like it. */
export interface UnknownRule {
  readonly name: string
  readonly meant: RuleName | null
}

/** What in such a list is no rule of ours, each as JSON has it. */
export const unknownRules = (value: unknown): readonly UnknownRule[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .filter(each => !isRuleName(each) || !Array.isArray(value))
    .map(each => ({
      name: JSON.stringify(each) ?? String(each),
      meant: typeof each === 'string' ? (nearest(each, RULES) as RuleName | null) : null
    }))

/** Findings without those of silenced rules, nor the evidence below these. */
export const audible = (findings: readonly Finding[], silenced: readonly RuleName[]): Finding[] =>
  findings
    .filter(({ rule }) => !silenced.includes(rule))
    .map(each => ({ ...each, evidence: each.evidence.filter(({ rule }) => !silenced.includes(rule)) }))
