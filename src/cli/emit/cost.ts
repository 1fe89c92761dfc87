import { dataShape, expectedSecondsOfMany, experimentsIn, parameterCount, widths } from '../../experiment'
import type { SweepCell } from '../../sweep'

/** What the runs of a cell are expected to cost. */
export interface SweepCost {
  /** [runs] seconds of one CPU; null where a file decides how much there is to do */
  readonly seconds: Float64Array | null
  /** bytes that one run needs at a time, its data and those of all files aside */
  readonly runBytes: number
  /** bytes of the largest data set; 0 where a file decides */
  readonly dataBytes: number
}

/** Weights, their gradients, an optimizer's two moments and what a sweep keeps of them, in float64 at most. */
const COPIES = 8

/** What the runs of a cell will cost on a machine of 2024. */
export function sweepCost({ expansion }: SweepCell): SweepCost {
  const shaped = experimentsIn({ kind: 'sweep', expansion }).flatMap(experiment => {
    const shape = dataShape(experiment.dataset)
    return shape === null ? [] : [{ experiment, shape }]
  })
  const parameters = shaped.map(({ experiment, shape }) => parameterCount(widths(experiment, shape), experiment))
  const numbers = shaped.map(({ shape: { samples, inputs, outputs } }) => samples * (inputs + outputs))
  return {
    seconds: secondsOf(expansion),
    runBytes: 8 * COPIES * Math.max(0, ...parameters),
    dataBytes: 8 * Math.max(0, ...numbers)
  }
}

function secondsOf(expansion: SweepCell['expansion']): Float64Array | null {
  const seconds = new Float64Array(expansion.count)
  for (let run = 0; run < expansion.count; run++) {
    const { experiment } = expansion.run(run)
    const shape = dataShape(experiment.dataset)
    if (shape === null) return null
    seconds[run] = Math.min(expectedSecondsOfMany(experiment, shape), experiment.stop.after_seconds ?? Infinity)
  }
  return seconds
}

/** The seconds of one CPU that the longest of `count` shards takes. */
export function longestShard(seconds: Float64Array, count: number): number {
  const shards = new Float64Array(count)
  seconds.forEach((each, run) => (shards[run % count]! += each))
  return Math.max(...shards)
}
