import {
  audible,
  diagnose,
  formulaOf,
  helpText,
  ruleLabel,
  verdictOf,
  withTheirEvidence,
  type Finding,
  type RuleName,
  type Severity,
  type Verdict
} from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { lastHidden } from '../numbers/relative'
import { TEXTS } from './texts'

/** A finding as the figure tells it. */
export interface ToldFinding {
  readonly rule: RuleName
  readonly tone: Severity
  readonly label: string
  readonly sentence: string
  readonly why: string
  readonly formula: string
  /** "hidden 1 to hidden 6, before any update" */
  readonly place: string
  /** from 0, ascending; none where it is about the whole run */
  readonly layers: readonly number[]
  readonly epoch: number | null
  /** its symptoms, a sentence each */
  readonly evidence: readonly string[]
  /** "What may help: …"; empty where nothing is offered */
  readonly help: string
  /** what may help, the likeliest first */
  readonly remedies: readonly string[]
}

/** What is to be seen first of a run, and why. */
export interface RunVerdict extends Verdict {
  /** what the rules found, worst first; the first is the verdict's own unless the run is healthy */
  readonly findings: readonly ToldFinding[]
  /** the other findings and symptoms in a sentence each, for those who do not fold */
  readonly evidence: string
}

/** Rules that a person has silenced. */
export type Silenced = readonly RuleName[]

/** The verdict on `record`, without the rules that a person has silenced. `brief` leaves out what would first have to be decoded. */
export function runVerdict(record: RunRecord, brief = false, silenced: Silenced = []): RunVerdict | null {
  if (brief) return null
  const findings = audible(diagnose(record), silenced)
  const verdict = verdictOf(record, findings)
  return { ...verdict, findings: findings.map(each => told(each, record)), evidence: evidenceOf(findings, verdict) }
}

const MOST = 3

function evidenceOf(findings: readonly Finding[], { sentence }: Verdict): string {
  const messages = withTheirEvidence(findings).map(({ message }) => message)
  return [...new Set(messages)]
    .filter(message => message !== sentence)
    .slice(0, MOST)
    .join(' ')
}

function told(finding: Finding, record: RunRecord): ToldFinding {
  const { rule, severity, message, why, epoch, evidence } = finding
  const layers = [...finding.layers].sort((a, b) => a - b)
  return {
    rule,
    tone: severity,
    label: ruleLabel(rule),
    sentence: message,
    why,
    formula: formulaOf(finding, record),
    place: placeOf(layers, epoch, record),
    layers,
    epoch,
    evidence: evidence.map(each => each.message),
    help: helpText(finding),
    remedies: [...new Set(finding.remedies.map(({ title }) => title))]
  }
}

const { verdict: say } = TEXTS

function placeOf(layers: readonly number[], epoch: number | null, record: RunRecord): string {
  const name = (layer: number) => record.layers[layer]?.name ?? ''
  const named = groupsOf(layers).map(([first, last]) =>
    first === last ? name(first) : say.range(name(first), name(last))
  )
  const when = epoch === null ? '' : epoch === 0 ? say.beforeTraining : say.since(epoch)
  return say.place(named.join(', '), when) || say.wholeRun
}

/** Neighbours in a list of ascending layers, as first and last. */
export function groupsOf(layers: readonly number[]): (readonly [first: number, last: number])[] {
  const groups: [number, number][] = []
  for (const layer of layers) {
    const open = groups.at(-1)
    if (open?.[1] === layer - 1) open[1] = layer
    else groups.push([layer, layer])
  }
  return groups
}

/** The layer that others are compared with. */
export const measureName = (record: RunRecord): string => record.layers[lastHidden(record)]!.name
