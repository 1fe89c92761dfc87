import { formatScaled, scaled } from '../../../src/record'
import { visibleLine } from '../../../src/text'
import type { EstimatedOutput, Estimates } from '../numbers/estimates'
import { TEXTS } from './texts'

const { answers: TEXT, predictsNothing } = TEXTS.details

/** The name of a regression's output: its column's, or "target". */
export const outputName = ({ outputs }: Pick<Estimates, 'outputs'>, index: number): string => {
  const name = outputs[index]!.name
  return name === null ? TEXT.target(index + 1, outputs.length) : visibleLine(name)
}

/** "price: off by 0.12 (RMS), where true values spread by 1.3 (standard deviation)." */
export function estimatesText(estimates: Estimates): string {
  const { outputs, samples } = estimates
  const lost = outputs.reduce((sum, output) => sum + output.lost, 0)
  const all = samples * outputs.length
  if (lost === all) return predictsNothing
  const errors = outputs.flatMap((output, i) =>
    output.lost < samples ? [errorOf(outputName(estimates, i), output)] : []
  )
  return [...errors, ...(lost > 0 ? [TEXT.lost(lost, all)] : [])].join(' ')
}

const errorOf = (name: string, { error, spread }: EstimatedOutput): string =>
  TEXT.error(name, formatScaled(scaled(error), 2), formatScaled(scaled(spread), 2))
