import { MomentTables } from './logMoments'
import type { Unknown } from './drawn'
import { forwardOf, lnFactor, type Signals } from './signals'
import type { TheoryNet } from './net'
import { TEXTS } from './texts'

/** The least inputs of which samples count as independent directions; samples of fewer stay alike, and delta grows faster. */
const LEAST_INPUTS = 32

/**
 * What is left of the second moment of z once the mean over a mini-batch is taken off, in ReLU nets in the wide limit: that is what z is divided
 * by, so delta grows by √(π/(π-1)) = 1.2112 a layer (Yang et al. 2019). Inputs have no mean to take off.
 */
const CENTERED = 1 - 1 / Math.PI

/** What theory says of a net that normalizes over mini-batches. Half of ReLU's slopes are 1. */
export function batchNormalized(net: TheoryNet): Signals | Unknown {
  const { layers } = net
  const hidden = layers.slice(0, -1)
  if (!hidden.every(({ activation, skips }) => activation.name === 'relu' && !skips))
    return { why: TEXTS.batchNormalization }
  if (layers[0]!.inputs < LEAST_INPUTS) return { why: TEXTS.batchOfFewInputs }
  const forward = forwardOf(net, Math.log(net.inputSquare), new MomentTables(), (table, lnQ) => table.exact(lnQ))
  const lnDelta = layers.map(() => 0)
  for (let l = layers.length - 2; l >= 0; l--) {
    const lnVariance = forward[l]!.lnQ + (l === 0 ? 0 : Math.log(CENTERED))
    lnDelta[l] = lnDelta[l + 1]! + lnFactor(layers[l + 1]!) + Math.log(0.5) - lnVariance
  }
  return { forward, lnDelta }
}
