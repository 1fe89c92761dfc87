import type { Expansion } from '../experiment'
import type { Json, SweepParameter, SweepRunPlan } from '../record'

/** The parameters of a sweep with every value that runs have, each once: of a grid in the order written, random ones in that of their runs. */
export function sweepParameters(expansion: Expansion, runs: readonly SweepRunPlan[]): SweepParameter[] {
  const { combinations } = expansion.says
  return (combinations?.parameters ?? []).map(({ name, values: said }, i) => {
    const listed =
      combinations!.method === 'grid' && said.type === 'list' ? said.all.map(({ value }) => value as Json) : []
    const values = unique([...listed, ...runs.map(run => run.values[i]!)])
    const log = said.type === 'drawn' ? said.how.type === 'log_uniform_values' : isByFactors(values)
    return { name, values, log }
  })
}

const unique = (values: readonly Json[]): Json[] => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values()
]

/** The least step, and how much steps may differ, of 0.01, 0.03, 0.1 or of 1, 2, 5, 10. */
const LEAST_FACTOR = 1.5
const MOST_UNEVEN = 1.26

/** Whether numbers are written in steps of a factor. */
function isByFactors(values: readonly Json[]): boolean {
  if (values.length < 3 || !values.every(value => typeof value === 'number' && value > 0)) return false
  const sorted = [...(values as number[])].sort((a, b) => a - b)
  const factors = sorted.slice(1).map((value, i) => value / sorted[i]!)
  return Math.min(...factors) >= LEAST_FACTOR && Math.max(...factors) / Math.min(...factors) <= MOST_UNEVEN
}
