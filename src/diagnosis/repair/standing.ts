import { diagnose } from '../diagnose'
import type { Finding, RuleName } from '../finding'
import { Measures } from '../measures'
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
}

/** `silenced`: rules that nobody wants to hear of. */
export function standingOf(record: RunRecord, silenced: readonly RuleName[] = []): Standing {
  const m = new Measures(record)
  return {
    record,
    findings: audible(diagnose(record), silenced),
    loss: m.lastLoss,
    share: m.shareOfTrivial,
    isFinite: record.events.nonfinite === null && Number.isFinite(m.lastLoss)
  }
}

/** The findings that say that something is wrong. */
export const loud = ({ findings }: Pick<Standing, 'findings'>): Finding[] =>
  findings.filter(({ severity }) => severity !== 'info')

/** What a loss may rise by and still count as the same: seeds do as much. */
const [SAME_FACTOR, SAME_SHARE] = [1.05, 0.02]

/** A share of the loss of a constant answer at which a run that is finite is no better than one that is not. */
const USELESS = 2

/** Whether `after` ended worse than `before`: no longer finite, or with a loss that is higher by more than chance. */
export function isWorse(after: Standing, before: Standing): boolean {
  if (!after.isFinite) return true
  if (!before.isFinite) return after.share !== null && after.share > USELESS
  const [now, then] = comparable(after, before)
  return now > SAME_FACTOR * then + (after.share === null ? 0 : SAME_SHARE)
}

/** How much lower the loss of `after` is, as a factor of that of `before`: below 1 is better. */
export function ratio(after: Standing, before: Standing): number {
  if (!after.isFinite) return Infinity
  if (!before.isFinite) return 0
  const [now, then] = comparable(after, before)
  return now / then
}

/** Both losses on one scale. */
function comparable(after: Standing, before: Standing): [number, number] {
  return after.share !== null && before.share !== null ? [after.share, before.share] : [after.loss, before.loss]
}

/** Rules that say that something is broken in `after` and did not in `before`. */
export function newErrors(after: Standing, before: Standing): RuleName[] {
  const known = new Set(loud(before).map(({ rule }) => rule))
  return after.findings.filter(({ rule, severity }) => severity === 'error' && !known.has(rule)).map(({ rule }) => rule)
}
