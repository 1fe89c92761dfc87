import { diagnose } from '../diagnose'
import type { Finding, RuleName } from '../finding'
import { Measures, median } from '../measures'
import { audible } from '../silence'
import type { RunRecord } from '../../record'

/** How a run ended, as far as runs are compared by it. */
export interface Standing {
  readonly record: RunRecord
  readonly findings: readonly Finding[]
  /** training loss of the last epoch; NaN of none */
  readonly loss: number
  /** the same as a share of the loss of a constant answer, so that runs with other losses or targets compare; null where unknown */
  readonly share: number | null
  /** everything stayed finite */
  readonly isFinite: boolean
  /** where the loss has settled, which chance moves less than the last epoch's */
  readonly settled: Settled
}

/** The last tenth of a run's epochs, but not more than these. */
const TAIL = { part: 0.1, most: 5 } as const

interface Settled {
  /** the median of the losses of the last epochs */
  readonly loss: number
  /** twice the median of how far these lie from it */
  readonly swing: number
}

/** `silenced`: rules that nobody wants to hear of. */
export function standingOf(record: RunRecord, silenced: readonly RuleName[] = []): Standing {
  const m = new Measures(record)
  return {
    record,
    findings: audible(diagnose(record), silenced),
    loss: m.lastLoss,
    share: m.shareOfTrivial,
    isFinite: record.events.nonfinite === null && Number.isFinite(m.lastLoss),
    settled: settledOf(m.losses.slice(1))
  }
}

function settledOf(losses: readonly number[]): Settled {
  const epochs = Math.min(TAIL.most, Math.max(1, Math.round(TAIL.part * losses.length)))
  const tail = losses.slice(-epochs)
  const loss = median(tail)
  return { loss, swing: 2 * median(tail.map(each => Math.abs(each - loss))) }
}

/** The findings that say that something is wrong. */
export const loud = ({ findings }: Pick<Standing, 'findings'>): Finding[] =>
  findings.filter(({ severity }) => severity !== 'info')

/** What a loss may rise by and still count as the same: seeds do as much. The share is one of the loss of a constant answer. */
const [SAME_PART, SAME_SHARE] = [0.05, 0.02]
/** A loss that swings by more is a fault, and excuses nothing. */
const MOST_SWING = 0.25

/** A share of the loss of a constant answer at which a run that is finite is no better than one that is not. */
const USELESS = 2

/** Whether nothing can be read from how high a run's loss ended. */
export const isUseless = ({ isFinite, share }: Standing): boolean => !isFinite || (share !== null && share > USELESS)

/**
 * Whether `after` ended worse than `before`: no longer finite, or with a settled loss that is higher by more than chance, which is what seeds
 * do, or what the loss of `before` itself swings by in its last epochs. Where `before` diverged, `after` must have come to something.
 */
export function isWorse(after: Standing, before: Standing): boolean {
  if (!after.isFinite) return true
  if (isUseless(before)) return isUseless(after)
  const { now, then, chance } = comparable(after, before)
  return now > then + chance
}

/** How much lower the loss of `after` is, as a factor of that of `before`: below 1 is better. */
export function ratio(after: Standing, before: Standing): number {
  if (!after.isFinite) return Infinity
  if (!before.isFinite) return 0
  const { now, then } = comparable(after, before)
  return now / then
}

/** Both settled losses on one scale, that of constant answers where these are known; and by how much the later one may be higher by chance. */
function comparable(after: Standing, before: Standing): { now: number; then: number; chance: number } {
  const scales = [trivialLoss(after), trivialLoss(before)] as const
  const areKnown = scales.every(scale => scale > 0)
  const [a, b] = areKnown ? scales : [1, 1]
  const then = before.settled.loss / b
  const bySeed = SAME_PART * then + (areKnown ? SAME_SHARE : 0)
  const bySwing = Math.min(before.settled.swing / b, MOST_SWING * then)
  return { now: after.settled.loss / a, then, chance: Math.max(bySeed, bySwing) }
}

/** 0 where it is not known. */
const trivialLoss = ({ record }: Standing): number => new Measures(record).trivialLoss ?? 0

/** Rules that say that something is broken in `after` and did not in `before`. */
export function newErrors(after: Standing, before: Standing): RuleName[] {
  const known = new Set(loud(before).map(({ rule }) => rule))
  return after.findings.filter(({ rule, severity }) => severity === 'error' && !known.has(rule)).map(({ rule }) => rule)
}
