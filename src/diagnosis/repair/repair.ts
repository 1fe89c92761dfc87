import type { RunRecord } from '../../record'
import type { Finding, Remedy, RuleName } from '../finding'
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
    const { trial } = next
    tried.add(keyOf(trial.edits))
    const after = yield trial
    const attempt = attemptOf(trial, after && standingOf(after, silenced), before, target.rule)
    attempts.push(attempt)
    onAttempt(attempt)
    if (attempt.helps) return { before, target, attempts, helped: attempt }
    if (isStep(attempt, next)) bases.push(baseOf(attempt))
  }
  return { before, target, attempts, helped: null }
}

/** What further remedies are added to. */
interface Base extends Trial {
  readonly standing: Standing
}

/** A trial, the rule whose finding its last remedy is for, and the run that shows this finding. */
interface Next {
  readonly trial: Trial
  readonly rule: RuleName
  readonly base: Standing
}

/** The first remedy that was not tried yet, of the latest base that has one. */
function nextTrial(bases: readonly Base[], tried: ReadonlySet<string>): Next | null {
  return bases.reduceRight<Next | null>((found, base) => found ?? trialOn(base, tried), null)
}

/** The first remedy of a loud finding of `base` that was not tried yet. */
function trialOn(base: Base, tried: ReadonlySet<string>): Next | null {
  for (const { rule, remedies } of remediesFor(base.standing)) {
    const edits = remedies.reduce<Edits>((all, each) => ({ ...all, ...each.edits }), base.edits)
    if (!tried.has(keyOf(edits)))
      return {
        rule,
        base: base.standing,
        trial: { titles: [...base.titles, ...remedies.map(({ title }) => title)], edits }
      }
  }
  return null
}

/** Remedies that are tried at once, and the rule whose finding they are for. */
interface Choice {
  readonly rule: RuleName
  readonly remedies: readonly Remedy[]
}

/** Remedies that are tried one by one before those for everything that was asked for wrongly are taken together. */
const ALONE = 2

/** What may be tried on a run, in order: each remedy of each loud finding, and early on what mends all that was wrong before training. */
function remediesFor(standing: Standing): Choice[] {
  const single = loud(standing).flatMap(({ rule, remedies }) => remedies.map(each => ({ rule, remedies: [each] })))
  return [...single.slice(0, ALONE), ...together(standing), ...single.slice(ALONE)]
}

/** Causes that lie in what was asked for, so that no training has brought them about. */
const ASKED_FOR: readonly RuleName[] = [
  'loss_or_task',
  'target_scale',
  'input_scale',
  'symmetry',
  'poor_initialization'
]

/** The first remedy of each cause that lies in what was asked for: where there are several, each hides what mending another does. */
function together(standing: Standing): Choice[] {
  const all = loud(standing)
  const firsts = all.filter(({ rule }) => ASKED_FOR.includes(rule)).flatMap(({ remedies }) => remedies.slice(0, 1))
  const remedies = firsts.filter((each, i) => firsts.findIndex(other => keyOf(other.edits) === keyOf(each.edits)) === i)
  return remedies.length === 0 ? [] : [{ rule: all[0]!.rule, remedies }]
}

/**
 * Whether an attempt that is not enough is a step on the way from what it was added to: what it was for is gone, or else something that was asked
 * for wrongly, and the loss is clearly lower. Where nothing could be read from the loss before, nothing can be from how it compares.
 */
function isStep(attempt: Attempt, { rule, base }: Next): attempt is Run {
  if (!isRun(attempt)) return false
  const isLower = isBetter(attempt, base)
  if (isRid(attempt, rule)) return isLower || isUseless(base)
  return isLower && loud(base).some(each => ASKED_FOR.includes(each.rule) && isRid(attempt, each.rule))
}

const isRid = ({ after }: Run, rule: RuleName): boolean => loud(after).every(each => each.rule !== rule)

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
