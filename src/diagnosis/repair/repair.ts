import type { Json, RunRecord } from '../../record'
import type { Finding, RuleName } from '../finding'
import { isWorse, loud, newErrors, ratio, standingOf, type Standing } from './standing'

/** Dotted path in the cell → its new value. */
export type Edits = Readonly<Record<string, Json>>

/** A run that is to be tried: the first cell with these edits, and the same seed. */
export interface Trial {
  /** what is changed, one remedy after the other: "Use relu with he" */
  readonly titles: readonly string[]
  readonly edits: Edits
}

/** A trial that was run. */
export interface Attempt extends Trial {
  /** null: it could not be run */
  readonly after: Standing | null
  /** whether the finding that was to be cleared is gone, and nothing broke instead */
  readonly clears: boolean
  /** whether the loss ended higher than without the trial's edits, or no longer finite */
  readonly isWorse: boolean
}

/** How a repair went. */
export interface Repair {
  readonly before: Standing
  /** the finding that was to be cleared; null: there is none, so nothing was tried */
  readonly target: Finding | null
  readonly attempts: readonly Attempt[]
  /** the attempt that cleared the finding without making the loss worse */
  readonly helped: Attempt | null
}

/** Runs that a repair may take, unless it is told otherwise. */
export const USUAL_BUDGET = 6

/**
 * Tries to clear the worst finding of `record`: asks for one run after the other, at most `budget`, and is given what it recorded (null
 * where it could not be run). Remedies of the worst finding come first, then those of the others; where none of them is enough by itself,
 * they are added to the one that did best. Stops at the first that clears the finding and ends with a lower loss; where there is none, the one
 * that cleared it with the lowest loss has helped, if that is not worse than before. `onAttempt` hears of each trial once it has
 * been judged; rules that are `silenced` are passed over.
 */
export function* repair(
  record: RunRecord,
  budget = USUAL_BUDGET,
  onAttempt: (attempt: Attempt) => void = () => {},
  silenced: readonly RuleName[] = []
): Generator<Trial, Repair, RunRecord | null> {
  const before = standingOf(record, silenced)
  const target = loud(before)[0] ?? null
  const attempts: Attempt[] = []
  const tried = new Set<string>()
  const bases: Base[] = [{ titles: [], edits: {}, standing: before }]
  while (target !== null && attempts.length < budget) {
    const trial = nextTrial(bases.at(-1)!, tried)
    if (trial === null) {
      const base = nextBase(attempts, bases)
      if (base === null) break
      bases.push(base)
      continue
    }
    tried.add(keyOf(trial.edits))
    const after = yield trial
    const attempt = judged(trial, after && standingOf(after, silenced), before, target.rule)
    attempts.push(attempt)
    onAttempt(attempt)
    if (clearsWell(attempt) && isBetter(attempt, before)) return { before, target, attempts, helped: attempt }
  }
  return { before, target, attempts, helped: bestOf(attempts.filter(clearsWell), before) }
}

/** What further remedies are added to. */
interface Base extends Trial {
  readonly standing: Standing
}

/** The first remedy of a loud finding of `base` that was not tried yet. */
function nextTrial({ titles, edits, standing }: Base, tried: ReadonlySet<string>): Trial | null {
  for (const { title, edits: own } of loud(standing).flatMap(({ remedies }) => remedies)) {
    const all = { ...edits, ...own }
    if (!tried.has(keyOf(all))) return { titles: [...titles, title], edits: all }
  }
  return null
}

/** How much lower a loss must be to be worth building on. */
const CLEARLY = 0.95

const clearsWell = (attempt: Attempt): boolean => attempt.clears && !attempt.isWorse

/** Lower loss, or finite at last. */
const isBetter = ({ after }: Attempt, before: Standing): boolean =>
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
  return best?.after ? { titles: best.titles, edits: best.edits, standing: best.after } : null
}

function judged(trial: Trial, after: Standing | null, before: Standing, rule: RuleName): Attempt {
  if (after === null) return { ...trial, after: null, clears: false, isWorse: true }
  const clears = loud(after).every(each => each.rule !== rule) && newErrors(after, before).length === 0
  return { ...trial, after, clears, isWorse: isWorse(after, before) }
}

const keyOf = (edits: Edits): string => JSON.stringify(Object.entries(edits).sort(([a], [b]) => (a < b ? -1 : 1)))
