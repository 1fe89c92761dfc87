import type { RunRecord } from '../record'
import { findingsOfPeer, peerOf } from './compat'
import type { Finding, RuleName, Severity } from './finding'
import { Measures } from './measures'
import { withoutIdle } from './noChange'
import { deadRelu } from './rules/deadRelu'
import { forwardExplosion } from './rules/forwardExplosion'
import { learningRateTooLarge, learningRateTooSmall } from './rules/learningRate'
import { lossOrTask } from './rules/lossOrTask'
import { nonfinite } from './rules/nonfinite'
import { poorInitialization } from './rules/poorInitialization'
import { saturation } from './rules/saturation'
import { inputScale, targetScale } from './rules/scale'
import { signal } from './rules/signal'
import {
  adamEpsilonFloor,
  gradientBelowFloor,
  lossAtInitialization,
  lossNotDecreasing,
  oscillatingLoss,
  overfit,
  updateSizes,
  weightGradientImbalance
} from './rules/symptoms'
import { symmetry } from './rules/symmetry'
import { underfit } from './rules/underfit'

type Rule = (m: Measures) => Finding[]

/** In the order in which equally severe findings are told. */
const CAUSES: readonly Rule[] = [
  nonfinite,
  symmetry,
  forwardExplosion,
  signal,
  targetScale,
  inputScale,
  lossOrTask,
  poorInitialization,
  learningRateTooLarge,
  deadRelu,
  saturation,
  underfit,
  learningRateTooSmall
]

const SYMPTOMS: readonly Rule[] = [
  lossNotDecreasing,
  lossAtInitialization,
  weightGradientImbalance,
  updateSizes,
  gradientBelowFloor,
  adamEpsilonFloor,
  oscillatingLoss,
  overfit
]

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * What is wrong with a run, worst first; causes before symptoms of the same severity. Symptoms stand as evidence below the first cause
 * that is more than information, and alone only where there is none. A cell may ask for a peer's published rules in the place of these.
 */
export function diagnose(record: RunRecord): Finding[] {
  if (record.columns === 0 && record.events.nonfinite === null) return []
  const peer = peerOf(record)
  if (peer !== null) return findingsOfPeer(peer, record)
  const m = new Measures(record)
  const causes = explained(silenced(CAUSES.flatMap(rule => rule(m))))
  const symptoms = SYMPTOMS.flatMap(rule => rule(m))
  return withoutIdle(worstFirst(withEvidence(onceEach(worstFirst(causes)), symptoms)), record.experiment)
}

function withEvidence(causes: readonly Finding[], symptoms: readonly Finding[]): Finding[] {
  const [first, ...others] = causes
  if (first === undefined || first.severity === 'info') return [...causes, ...symptoms]
  return [{ ...first, evidence: [...first.evidence, ...symptoms.map(asInfo)] }, ...others]
}

/** A rule that fires twice, as a signal that explodes forward and backward, is told once: the rest is its evidence. */
function onceEach(causes: readonly Finding[]): Finding[] {
  const firsts = causes.filter(({ rule }, i) => causes.findIndex(other => other.rule === rule) === i)
  return firsts.map(first => ({
    ...first,
    evidence: [...first.evidence, ...causes.filter(each => each !== first && each.rule === first.rule).map(asInfo)]
  }))
}

/**
 * What broke the numbers stands first where they broke. A signal that exploded before any update explains it wholly; otherwise the layer and
 * step in which it showed stand below what drove it there.
 */
function explained(causes: readonly Finding[]): Finding[] {
  const broken = causes.find(({ rule }) => rule === 'nonfinite')
  if (broken === undefined) return [...causes]
  const start = causes.find(explodesAtStart)
  if (start !== undefined) {
    const found: Finding = { ...start, severity: broken.severity, evidence: [...start.evidence, asInfo(broken)] }
    return [found, ...causes.filter(each => each !== start && !EFFECTS.includes(each.rule))]
  }
  const drivers = causes.filter(drivesApart).map(each => ({ ...each, severity: broken.severity }))
  return [...drivers, broken, ...causes.filter(each => each !== broken && !drivesApart(each))]
}

/** What a signal that exploded before any update explains: no step has made it so. */
const EFFECTS: readonly RuleName[] = ['nonfinite', 'learning_rate_too_large']

const explodesAtStart = ({ rule, severity, epoch }: Finding): boolean =>
  rule === 'exploding_signal' && severity === 'error' && epoch === 0

/** Numbers that are too large to begin with, be it those of the data or the net's own first answers, or steps that are. */
const drivesApart = ({ rule, value }: Finding): boolean =>
  rule === 'learning_rate_too_large' || (TOO_LARGE_AT_FIRST.includes(rule) && (value ?? 0) > 1)

const TOO_LARGE_AT_FIRST: readonly RuleName[] = ['target_scale', 'input_scale', 'poor_initialization']

const asInfo = (finding: Finding): Finding => ({ ...finding, severity: 'info' })

/** Stable, so that the order of rules decides among equals. */
const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity])

/** What one finding explains so wholly that another would mislead. */
const SILENCES: Readonly<Partial<Record<RuleName, readonly RuleName[]>>> = {
  symmetry: ['vanishing_signal', 'exploding_signal', 'poor_initialization', 'learning_rate_too_small', 'saturation'],
  vanishing_signal: ['learning_rate_too_small']
}

function silenced(findings: readonly Finding[]): Finding[] {
  const silent = new Set(
    findings.filter(({ severity }) => severity !== 'info').flatMap(({ rule }) => SILENCES[rule] ?? [])
  )
  return findings.filter(({ rule }) => !silent.has(rule))
}

/** Findings and the evidence below them, as one list. */
export const withTheirEvidence = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap(each => [each, ...each.evidence])
