import { largest, median, type Measures } from '../measures'

/*
 * Steps as shares of the weights they move. Weights that start smaller than a layer of this width needs (of variance 1/fan_in, LeCun et al. 1998) may
 * well grow by a step, so that they count as large as that where it matters.
 */

/** A step of more than a tenth of the weights, epoch after epoch. */
export const LARGE_STEP = 0.1

/** The usual step of each of these layers that has one: the median over epochs. */
export const usualSteps = (m: Measures, layers: readonly number[]): number[] =>
  layers.map(layer => m.median('update_ratio', layer)).filter(Number.isFinite)

/** The largest of the hidden layers' usual steps, and of the output's where that is what goes wrong; 0 where there is none. */
export function usualStep(m: Measures): number {
  const layers = wavers(m) && outputStep(m) > LARGE_STEP ? m.allLayers : m.learningLayers
  return largest([0, ...usualSteps(m, layers)])
}

/** The epochs that were trained. */
const epochsOf = ({ last }: Measures): number[] => Array.from({ length: Math.max(0, last) }, (_, i) => i + 1)

/** The largest of an epoch's steps, of any hidden layer. */
export function largestStep(m: Measures): number {
  return largest(
    epochsOf(m).flatMap(column => m.learningLayers.map(layer => m.number('update_ratio', column, layer) ?? 0))
  )
}

/**
 * Whether the loss goes up and down above that of a constant answer. The output's steps may be large while it learns from hidden layers that are
 * settled; but then it cannot even hold such an answer.
 */
function wavers(m: Measures): boolean {
  const later = m.losses.slice((m.losses.length + 1) >> 1)
  const rises = later.slice(1).filter((loss, i) => loss > later[i]!).length
  return 3 * rises >= later.length - 1 && median(later) > (m.trivialLoss ?? Infinity)
}

function outputStep(m: Measures): number {
  const shares = epochsOf(m).map(column =>
    shareOf(m, m.log('update_ratio', column, m.hidden), m.log('weight_l2', column, m.hidden), m.hidden)
  )
  return median(shares)
}

/** A loss so near that of a constant answer, as a share of it, that nothing was learned. */
export const NOTHING_LEARNED = 0.98

interface Step {
  readonly step: number
  readonly layer: number
  /** of the weights, and of weights at least as large as usual */
  readonly ratio: number
  readonly share: number
}

/**
 * The farthest step of the first epoch, where it moved a layer by more than all its weights and the net has not come back from there: units lie
 * where their activation is flat, and no later step is large. Null otherwise.
 */
export function farthestStep(m: Measures): Step | null {
  const loss = m.shareOfTrivial
  if (loss === null || loss < NOTHING_LEARNED) return null
  const farthest = firstSteps(m).reduce((a, b) => (b.share > a.share ? b : a), NO_STEP)
  return farthest.share > 1 ? farthest : null
}

const NO_STEP: Step = { step: 0, layer: 0, ratio: 0, share: 0 }

/** The steps of the first epoch that are recorded, layer by layer. */
function firstSteps(m: Measures): Step[] {
  const { steps, quantities } = m.record.steps
  return steps.flatMap((step, i) =>
    step > m.record.stepsPerEpoch
      ? []
      : m.allLayers.map(layer => {
          const [ratio, size] = [m.logIn(quantities.update_ratio, i, layer), m.logIn(quantities.weight_l2, i, layer)]
          return { step, layer, ratio: 10 ** ratio, share: shareOf(m, ratio, size, layer) }
        })
  )
}

/** What a step moves of weights at least as large as usual; both are given as logarithms. 0 where nothing is known. */
function shareOf(m: Measures, ratio: number, size: number, layer: number): number {
  const usual = Math.log10(m.record.layers[layer]!.outputs) / 2
  const share = 10 ** (ratio + Math.min(0, size - usual))
  return Number.isFinite(share) ? share : 0
}
