import {
  fateOf,
  groupSize,
  groupsOf,
  type CurveName,
  type SweepRecord,
  type SweepRun,
  isAccuracy
} from '../../../../src/record'

/** How a group's runs go along one curve: numbers at the ends of groups of epochs. */
export interface Band {
  readonly epochs: readonly number[]
  /** [epochs] each; of loss a run that broke counts as infinite from then on, of accuracy as 0, so that it is never averaged away */
  readonly low: readonly number[]
  readonly lowerQuartile: readonly number[]
  readonly median: readonly number[]
  readonly upperQuartile: readonly number[]
  readonly high: readonly number[]
  readonly runs: number
  readonly diverged: number
}

/** The band of those of `indices` that ran; null of none. */
export function bandOf({ runs }: SweepRecord, indices: readonly number[], name: CurveName): Band | null {
  const done = indices.map(index => runs[index]!).filter(isDone)
  const curves = done.filter(({ summary }) => summary.curves[name] !== null)
  if (curves.length === 0) return null
  const longest = curves.reduce((most, run) => (run.summary.columns > most.summary.columns ? run : most))
  const { epochs, columns } = longest.summary
  const ends = groupsOf(epochs, columns).map(({ to }) => to - 1)
  const broken = isAccuracy(name) ? 0 : Infinity
  const sorted = ends.map(epoch => numbersAt(curves, name, epoch, broken))
  const at = (share: number) => sorted.map(values => quantile(values, share))
  return {
    epochs: ends,
    ...{ low: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), high: at(1) },
    runs: indices.length,
    diverged: curves.filter(run => fateOf(run) === 'diverged').length
  }
}

const numbersAt = (runs: readonly Done[], name: CurveName, epoch: number, broken: number): number[] =>
  runs
    .map(run => valueAt(run, name, epoch, broken))
    .filter(value => !Number.isNaN(value))
    .sort((a, b) => a - b)

type Done = SweepRun & { readonly state: 'done' }
const isDone = (run: SweepRun): run is Done => run.state === 'done'

/** A run that reached its aim stays where it ended; one that broke counts as `broken` from then on; one that was stopped says nothing. */
function valueAt(run: Done, name: CurveName, epoch: number, broken: number): number {
  const { curves, stop, epochs } = run.summary
  const { course, last } = curves[name]!
  const value = course[Math.ceil(epoch / groupSize(epochs))]
  if (value !== undefined) return Number.isFinite(value) ? value : broken
  if (fateOf(run) === 'diverged') return broken
  return stop?.reason === 'loss_below' || stop?.reason === 'completed' ? last : NaN
}

/** By linear interpolation between the sorted `values`; an infinite neighbour is not averaged away. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return NaN
  const place = share * (values.length - 1)
  const [low, high] = [values[Math.floor(place)]!, values[Math.ceil(place)]!]
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}
