import {
  byScore,
  chosenMetric,
  countFates,
  fateOf,
  groupLabel,
  groupResults,
  type ChosenMetric,
  type Fate,
  type GroupResult,
  type SweepRecord,
  isAccuracy
} from '../../record'
import { failureSentence } from './failureSentence'
import { number } from '../texts/numbers'
import { SWEEP_TEXTS as TEXTS } from '../texts/sweep'

/** A sweep in one look. */
export interface SweepVerdict {
  readonly tone: 'pending' | 'healthy' | 'warning' | 'error'
  /** the best group, by how much, and in how many epochs */
  readonly best: string
  /** what did not learn, diverged, failed or is missing; '' where nothing is */
  readonly failures: string
}

/** The verdict on a sweep by `metric`: the best group is that whose median run is best. Names are as the cell wrote them. */
export function sweepVerdict(record: SweepRecord, metric: ChosenMetric = chosenMetric(record)): SweepVerdict {
  const fates = countFates(record.runs)
  const failures = failureSentence(record)
  const groups = byScore(groupResults(record, metric), metric)
  const [first] = groups
  if (record.runs.every(({ state }) => state === 'missing'))
    return { tone: 'pending', best: TEXTS.starting, failures: '' }
  if (!first || first.score === null || !learnsSomething(record, first))
    return { tone: 'error', best: TEXTS.noneLearned(record.runs.length), failures }
  const broken = fates.diverged + fates.failed + fates.stuck
  return { tone: broken > 0 ? 'warning' : 'healthy', best: bestSentence(record, groups, metric), failures }
}

/** The whole verdict as one text. */
export const sweepVerdictText = ({ best, failures }: SweepVerdict): string => [best, failures].filter(Boolean).join(' ')

const learnsSomething = (record: SweepRecord, { median }: GroupResult): boolean =>
  median !== null && (['learned'] as Fate[]).includes(fateOf(record.runs[median]!))

function bestSentence(record: SweepRecord, groups: readonly GroupResult[], metric: ChosenMetric): string {
  const [best, next] = groups as [GroupResult, GroupResult | undefined]
  const difference = next === undefined || next.score === null ? '' : differenceOf(record, best, next, metric)
  const told = TEXTS.best(groupLabel(record, best), resultOf(best, metric), difference)
  return metric.name === 'converged' ? told : [told, ...soonness(record, best, metric)].join(' ')
}

function resultOf({ score, runs }: GroupResult, metric: ChosenMetric): string {
  const seeds = runs.length
  if (metric.name === 'converged') return TEXTS.convergedIn(number(metric.level), String(score), seeds)
  return TEXTS.result(TEXTS.metrics[metric.name], scoreText(score!, metric), seeds)
}

/** "0.0123", "98.5 %" */
export const scoreText = (score: number, { name }: Pick<ChosenMetric, 'name'>): string =>
  isAccuracy(name) ? TEXTS.percent(String(Number((100 * score).toPrecision(3)))) : number(score)

/** Below this ratio two losses are alike. */
const ALIKE = 1.05

function differenceOf(record: SweepRecord, best: GroupResult, next: GroupResult, metric: ChosenMetric): string {
  const [a, b] = [best.score!, next.score!]
  const named = `${groupLabel(record, next)} (${scoreText(b, metric)})`
  if (metric.name === 'converged') return b - a < 1 ? TEXTS.alike(named) : TEXTS.sooner(b - a, named)
  if (isAccuracy(metric.name)) {
    const points = Number((100 * Math.abs(a - b)).toPrecision(2))
    return points < 0.1 ? TEXTS.alike(named) : TEXTS.higher(TEXTS.points(String(points)), named)
  }
  const ratio = metric.sign < 0 ? b / a : a / b
  if (!(ratio >= ALIKE)) return TEXTS.alike(named)
  return metric.sign < 0 ? TEXTS.lower(timesText(ratio), named) : TEXTS.higher(number(a - b), named)
}

const timesText = (ratio: number): string => (Number.isFinite(ratio) ? number(Number(ratio.toPrecision(2))) : '∞')

/** Which group comes first to the level, where one does: the article's question. */
function soonness(record: SweepRecord, best: GroupResult, metric: ChosenMetric): string[] {
  const converged = chosenMetric(record, 'converged', metric.level)
  const groups = byScore(groupResults(record, converged), converged)
  const [first, second] = groups
  if (!first || first.score === null) return []
  const level = number(metric.level)
  const own = groups.find(({ runs }) => runs[0] === best.runs[0])?.score ?? null
  if (own === first.score)
    return [second && second.score === own ? TEXTS.itself(level, own) : TEXTS.soonestItself(level, own)]
  return [TEXTS.soonest(groupLabel(record, first), level, first.score, own)]
}
