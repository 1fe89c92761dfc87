import type { RuleName } from '../finding'
import { TEXTS } from '../texts/texts'
import { ruleLabel } from '../verdict'
import type { Attempt } from './attempt'
import type { Repair } from './repair'
import { loud, newErrors, ratio, type Standing } from './standing'

const say = TEXTS.repair

/** What a trial changes: "Use tanh with xavier; lower the learning rate to 0.01". */
export const trialTitle = ({ titles }: Pick<Attempt, 'titles'>): string => say.together(titles)

/** What came of an attempt to clear `rule`: "Use tanh with xavier: “Vanishing” is gone, loss 1.1 → 0.31." */
export function attemptText(attempt: Attempt, before: Standing, rule: RuleName): string {
  const { after, isWorse } = attempt
  if (after === null) return say.attempt(trialTitle(attempt), say.notRun)
  const stays = loud(after).some(each => each.rule === rule)
  const broken = newErrors(after, before)
  return say.attempt(
    trialTitle(attempt),
    say.came([
      stays ? say.stays(ruleLabel(rule)) : say.clears(ruleLabel(rule)),
      ...(broken.length === 0 ? [] : [say.instead(broken.map(ruleLabel))]),
      course(after, before),
      ...(isWorse && after.isFinite ? [ratio(after, before) < 1 ? say.useless : say.worse] : [])
    ])
  )
}

/** Losses of runs whose losses or targets differ compare only by their data. */
function course(after: Standing, before: Standing): string {
  if (!after.isFinite) return say.notFinite
  const comparable = after.record.baseline?.trivialLoss === before.record.baseline?.trivialLoss
  if (comparable || after.share === null || before.share === null) return say.loss(before.loss, after.loss)
  return say.share(before.share, after.share)
}

/** How a repair ended. Empty where there was nothing to repair. */
export function repairText({ target, attempts, helped }: Repair): string {
  if (target === null) return ''
  return helped === null ? say.nothing(attempts.length, ruleLabel(target.rule)) : say.helped(trialTitle(helped))
}
