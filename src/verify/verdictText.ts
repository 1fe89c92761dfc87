import { ENGINE_VERSION } from '../engine/version'
import { CURVE_TEXTS } from './curveTexts'
import { formatScaled, QUANTITIES, type QuantityName } from '../record'
import { VERIFY_TEXTS as TEXTS } from './texts'
import type { Difference, NumberDifference, Verdict } from './verdict'

/** A verdict in a sentence that begins after the cell's name and a colon. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'same':
      return verdict.stoppedAt === null ? TEXTS.same : TEXTS.sameUpTo(verdict.stoppedAt)
    case 'differs':
      return TEXTS.differs(differenceText(verdict.difference))
    case 'stale':
      return TEXTS.stale
    case 'other engine':
      return TEXTS.otherEngine(verdict.engine, ENGINE_VERSION)
    case 'no output':
      return TEXTS.noOutput
    case 'damaged':
      return TEXTS.damaged(verdict.reason)
    case 'failed':
      return TEXTS.failed(verdict.reason)
    default:
      return verdict satisfies never
  }
}

function differenceText(difference: Difference): string {
  switch (difference.what) {
    case 'number':
      return numberText(difference)
    case 'data':
      return TEXTS.data
    case 'epochs':
      return TEXTS.epochs(difference.saved, difference.now)
    case 'part':
      return TEXTS.part(difference.part)
    case 'run':
      return TEXTS.run(difference.run)
    case 'compared':
      return TEXTS.compared(difference.reference)
    case 'failure':
      return TEXTS.failure
    case 'foreign':
      return TEXTS.foreign(difference.mime)
    default:
      return difference satisfies never
  }
}

/** float32 needs nine digits to be told apart. */
const DIGITS = 9

function numberText({ name, layer, at, saved, now }: NumberDifference): string {
  const when = at.unit === 'epoch' ? TEXTS.epoch(at.number) : TEXTS.step(at.number)
  const where = layer === null ? when : TEXTS.ofLayer(layer, when)
  return TEXTS.number(nameOf(name), where, formatScaled(saved, DIGITS), formatScaled(now, DIGITS))
}

const nameOf = (name: NumberDifference['name']): string =>
  name in QUANTITIES ? QUANTITIES[name as QuantityName].name : CURVE_TEXTS[name as keyof typeof CURVE_TEXTS]
