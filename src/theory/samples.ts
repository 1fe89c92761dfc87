import type { ActivationSpec } from '../catalogue'
import { lnMean, lnSum } from './logarithms'
import type { LogMoments, MomentTables } from './logMoments'
import type { TheoryNet } from './net'
import { signalsOf, type Signals } from './signals'

/** The signals of samples of several sizes, and what they are together. */
export interface Samples {
  readonly signals: Signals
  /** what the draw of a mini-batch adds to the variance of ln delta², by layer */
  readonly variances: readonly number[]
  /** the largest share of a mean square that a single one of the sizes has, in any layer */
  readonly largestShare: number
  /** whether they say the same as the signal of an average sample: then the plain formulas hold */
  isAs(plain: Signals): boolean
}

/** What an average sample may be off by, in ln of a mean square: 0.05 decades of delta. */
const ALIKE = 0.1 * Math.LN10
/** A share of all from which on what a batch gives depends on its one or two most unusual samples. */
const DECISIVE = 0.7

/** Whether so few samples decide the gradients that theory cannot tell them. */
export const decided = ({ largestShare }: Samples): boolean => largestShare > DECISIVE

/**
 * The signals where samples of different sizes fare differently, which is to say in nets that are not linear in size: few inputs differ much
 * from sample to sample. null where all fare alike.
 */
export function ofSamples(net: TheoryNet, tables: MomentTables): Samples | null {
  const { spread, inputSquare, batch } = net
  if (spread.length < 2 || !(inputSquare > 0) || isProportional(net)) return null
  const each = spread.map(size => signalsOf(net, Math.log(size * inputSquare), tables, (table, lnQ) => table.near(lnQ)))
  const drawn = Math.min(batch, spread.length) // beyond the sizes known there are more unusual ones, which a larger batch meets
  const ends = each.map(({ forward }) => lnOutputDelta(net, forward.at(-1)!.lnQ, tables))
  const lnEnd = lnMean(ends)
  const deltas = net.layers.map((_, l) => each.map(({ lnDelta }, i) => lnDelta[l]! + ends[i]! - lnEnd))
  const lnDelta = deltas.map(lnMean)
  const shares = deltas.map((logs, l) => logs.map(log => Math.exp(log - lnDelta[l]!)))
  const forward = net.layers.map((_, l) => averaged(each.map(signals => signals.forward[l]!)))
  return {
    signals: { forward, lnDelta },
    variances: shares.map(all => all.reduce((sum, share) => sum + (share - 1) ** 2, 0) / all.length / drawn),
    largestShare: Math.max(...shares.flat().filter(Number.isFinite)) / spread.length,
    isAs: plain => plain.lnDelta.every((log, l) => !(Math.abs(log - lnDelta[l]!) > ALIKE))
  }
}

/** About the mean square of targets. */
const LN_TARGET = Math.log(0.5)

/** ln of the mean square of the output's delta, but for a factor, by how large its z is: squashed outputs hold it back, large errors are large. */
function lnOutputDelta({ outputActivation, isSquared }: TheoryNet, lnQ: number, tables: MomentTables): number {
  const squashes = outputActivation === 'sigmoid' || outputActivation === 'tanh'
  if (squashes) return tables.of({ name: outputActivation }).near(lnQ).lnSlopeSquare
  return isSquared && outputActivation !== 'softmax' ? lnSum(lnQ, LN_TARGET) : 0
}

const PROPORTIONAL: readonly ActivationSpec['name'][] = ['relu', 'leaky_relu', 'linear']

/** Whether a larger input only gives a larger signal, whose slopes are the same. */
const isProportional = ({ layers, normalization }: TheoryNet): boolean =>
  normalization === 'none' && layers.every(({ activation }) => PROPORTIONAL.includes(activation.name))

function averaged(all: Signals['forward']): Signals['forward'][number] {
  const mean = (key: keyof LogMoments) => all.reduce((sum, { moments }) => sum + moments[key], 0) / all.length
  const moments = {
    lnSquare: lnMean(all.map(each => each.moments.lnSquare)),
    lnSlopeSquare: lnMean(all.map(each => each.moments.lnSlopeSquare)),
    meanShare: mean('meanShare'),
    spread: mean('spread')
  }
  return { lnQ: lnMean(all.map(({ lnQ }) => lnQ)), moments }
}
