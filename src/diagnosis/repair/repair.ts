import type { RunRecord } from '../../record'
import type { Finding, RuleName } from '../finding'
import { attemptOf, type Attempt, type Edits, type Trial } from './attempt'
import { isUseless, loud, ratio, standingOf, type Standing } from './standing'

/** How a repair went. */
export interface Repair {
  readonly before: Standing
  /** the finding that was to be cleared; null: there is none, so nothing was tried */
  readonly target: Finding | null
  readonly attempts: readonly Attempt[]
  /** the attempt that cleared the finding without making the loss worse */
  readonly helped: Attempt | null
}

/** A repair before its first trial. */
export function started(record: RunRecord, silenced: readonly RuleName[] = []): Repair {
  const before = standingOf(record, silenced)
  return { before, target: loud(before)[0] ?? null, attempts: [], helped: null }
}

/** Runs that a repair may take, unless it is told otherwise. */
export const USUAL_BUDGET = 6

/**
 * Tries to clear the worst finding of `record`: asks for one run after the other, at most `budget`, and is given what it recorded (null
 * where it could not be run). Remedies of the worst finding come first, then those of the others. One that rids the net of the finding it was
 * for and lowers the loss is kept, and what is wrong then is treated next: faults often hide one another. Where none is enough by itself,
 * they are added to the one that did best. Stops at the first that clears the finding without making the loss worse (`isWorse`). `onAttempt`
 * hears of each trial once it has been judged; rules that are `silenced` are passed over.
 */
export function* repair(
  record: RunRecord,
  budget = USUAL_BUDGET,
  onAttempt: (attempt: Attempt) => void = () => {},
  silenced: readonly RuleName[] = []
): Generator<Trial, Repair, RunRecord | null> {
  const { before, target } = started(record, silenced)
  const attempts: Attempt[] = []
  const tried = new Set<string>()
  const bases: Base[] = [{ titles: [], edits: {}, standing: before }]
  while (target !== null && attempts.length < budget) {
    const next = nextTrial(bases, tried)
    if (next === null) {
      const base = nextBase(attempts, bases)
      if (base === null) break
      bases.push(base)
      continue
    }
    const { rule, trial } = next
    tried.add(keyOf(trial.edits))
    const after = yield trial
    const attempt = attemptOf(trial, after && standingOf(after, silenced), before, target.rule)
    attempts.push(attempt)
    onAttempt(attempt)
    if (attempt.helps) return { before, target, attempts, helped: attempt }
    if (isStep(attempt, rule, before)) bases.push(baseOf(attempt))
  }
  return { before, target, attempts, helped: null }
}

/** What further remedies are added to. */
interface Base extends Trial {
  readonly standing: Standing
}

/** A trial, and the rule whose finding its last remedy is for. */
interface Next {
  readonly trial: Trial
  readonly rule: RuleName
}

/** The first remedy that was not tried yet, of the latest base that has one. */
function nextTrial(bases: readonly Base[], tried: ReadonlySet<string>): Next | null {
  return bases.reduceRight<Next | null>((found, base) => found ?? trialOn(base, tried), null)
}

/** The first remedy of a loud finding of `base` that was not tried yet. */
function trialOn({ titles, edits, standing }: Base, tried: ReadonlySet<string>): Next | null {
  for (const { rule, remedies } of loud(standing))
    for (const { title, edits: own } of remedies) {
      const all = { ...edits, ...own }
      if (!tried.has(keyOf(all))) return { rule, trial: { titles: [...titles, title], edits: all } }
    }
  return null
}

/**
 * Whether an attempt that is not enough is a step on the way: what it was for is gone, and the loss is clearly lower. Where nothing could be
 * read from the first loss, nothing can be from how it compares.
 */
const isStep = (attempt: Attempt, rule: RuleName, before: Standing): attempt is Run =>
  isRun(attempt) &&
  (isUseless(before) || isBetter(attempt, before)) &&
  loud(attempt.after).every(each => each.rule !== rule)

type Run = Attempt & { readonly after: Standing }
const isRun = (attempt: Attempt): attempt is Run => attempt.after !== null

const baseOf = ({ titles, edits, after }: Run): Base => ({ titles, edits, standing: after })

/** How much lower a loss must be to count as lower. */
const CLEARLY = 0.95

/** Clearly lower loss, or finite at last. */
export const isBetter = ({ after }: Attempt, before: Standing): boolean =>
  after !== null && after.isFinite && ratio(after, before) < CLEARLY

/** The attempt with the lowest loss; null of none. */
function bestOf(attempts: readonly Attempt[], before: Standing): Attempt | null {
  const loss = ({ after }: Attempt) => (after === null ? Infinity : ratio(after, before))
  return [...attempts].sort((a, b) => loss(a) - loss(b))[0] ?? null
}

/** The attempt that did best and was not built on yet, where it did better than nothing. */
function nextBase(attempts: readonly Attempt[], bases: readonly Base[]): Base | null {
  const before = bases[0]!.standing
  const used = new Set(bases.map(({ edits }) => keyOf(edits)))
  const best = bestOf(
    attempts.filter(each => !used.has(keyOf(each.edits)) && isBetter(each, before)),
    before
  )
  return best !== null && isRun(best) ? baseOf(best) : null
}

const keyOf = (edits: Edits): string => JSON.stringify(Object.entries(edits).sort(([a], [b]) => (a < b ? -1 : 1)))
