import { formatScaled, scaled } from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { onlyAnswer, worstMistake, type Confusion } from '../numbers/confusion'
import { percent } from './percent'
import { TEXTS } from './texts'

const { answers: TEXT, predictsNothing } = TEXTS.details

/** "93 %", of whole numbers. */
export const shareText = (part: number, all: number): string =>
  all === 0 ? formatScaled(scaled(0)) : percent(scaled(Number((part / all).toPrecision(2))))

/** "Mostly right: 93 %; 3 is taken for 5 most often (4 of 98)." */
export function confusionText(confusion: Confusion): string {
  const { samples, right, unanswered, classes, totals } = confusion
  const lost = unanswered.reduce((sum, count) => sum + count, 0)
  if (lost === samples) return predictsNothing
  if (right === samples) return TEXT.allRight(samples)
  const share = shareText(right, samples)
  const parts = [right >= 0.9 * samples ? TEXT.mostlyRight(share) : TEXT.right(share)]
  const [only, worst] = [onlyAnswer(confusion), worstMistake(confusion)]
  const name = (index: number) => visibleLine(classes[index]!)
  if (only !== null) parts.push(TEXT.only(name(only)))
  else if (worst) parts.push(TEXT.worst(name(worst.truth), name(worst.answer), worst.count, totals[worst.truth]!))
  const told = parts.join('; ')
  return lost === 0 ? told : `${told} ${TEXT.noAnswers(lost, samples)}`
}
