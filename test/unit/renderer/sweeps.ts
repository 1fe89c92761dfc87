import { summaryOf } from '../../../src/diagnosis'
import type { Json, SweepParameter, SweepRecord, SweepRun } from '../../../src/record'
import { createRandom } from '../../../src/arithmetic'
import { madeRecord } from '../record/sampleSweep'

const made = (record: Partial<SweepRecord> & Pick<SweepRecord, 'runs' | 'parameters'>): SweepRecord => ({
  version: 1,
  engine: '4',
  name: 'sample',
  experiment: {},
  data: { name: 'spiral', task: 'classification' },
  variants: [],
  seeds: 1,
  metric: null,
  ...record
})

/** How a made-up run goes: its last loss (NaN diverges), and the factor that a layer leaves of delta on its way back. */
interface Going {
  readonly last: number
  readonly factor: number
  readonly hidden: number
}

function run(values: readonly Json[], seed: number, index: number, { last, factor, hidden }: Going): SweepRun {
  const random = createRandom(index + 1)
  const noise = () => 1 + 0.1 * (random.uniform() - 0.5)
  const broken = Number.isNaN(last)
  const loss = (column: number) => (broken ? 0.69 * 30 ** column : Math.max(last, 0.69 * (last / 0.69) ** (column / 20)) * noise()) // prettier-ignore
  const record = madeRecord({
    layers: hidden + 1,
    epochs: 30,
    columns: broken ? 9 : 31,
    loss: column => (broken && column === 8 ? NaN : loss(column)),
    accuracy: column => (broken ? 0.5 : 1 - loss(column) / 1.4),
    delta: (column, layer) => (factor === 0 ? (layer === hidden ? 0.3 : 0) : broken && column === 8 ? Infinity : noise() * 0.1 * factor ** (hidden - layer) * 0.97 ** column), // prettier-ignore
    events: broken
      ? { nonfinite: { step: 800, epoch: 8, layer: null, quantity: 'loss' }, stop: { reason: 'nonfinite', epoch: 8 } }
      : {}
  })
  return { label: null, values, seed, digest: `digest ${index}`, state: 'done', summary: summaryOf(record) }
}

const parameter = (name: string, values: readonly Json[], log = false): SweepParameter => ({ name, values, log })

/** The article's comparison: initializer × activation × depth × five seeds. */
export function articleSweep(): SweepRecord {
  const parameters = [
    parameter('initializer', ['zeros', { name: 'random_normal', stddev: 0.01 }, 'xavier', 'he']),
    parameter('activation', ['sigmoid', 'tanh', 'relu']),
    parameter('hidden_layers.depth', [3, 8])
  ]
  const keep = [0, 0.1, 1, 1.35]
  const slope = [0.25, 0.9, 0.72]
  const runs: SweepRun[] = []
  parameters[0]!.values.forEach((initializer, i) =>
    parameters[1]!.values.forEach((activation, a) =>
      parameters[2]!.values.forEach(depth => {
        const factor = keep[i]! * slope[a]!
        const hidden = depth as number
        for (let seed = 0; seed < 5; seed++) {
          const good =
            10 ** (Math.log10(0.69) + Math.min(0, -2 + 2 * Math.abs(Math.log10(factor || 1e-9)) * (hidden / 4)))
          const last = i === 3 && a === 1 && hidden === 8 && seed < 2 ? NaN : factor === 0 ? 0.693 : Math.min(0.693, good * (1 + seed / 9)) // prettier-ignore
          runs.push(run([initializer, activation, depth], 42 + seed, runs.length, { last, factor, hidden }))
        }
      })
    )
  )
  return made({ name: 'initialization', parameters, seeds: 5, runs })
}

/** Learning rate × depth, as a grid of numbers. */
export function rateSweep(): SweepRecord {
  const rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
  const depths = [1, 2, 4, 8, 16]
  const runs = depths
    .flatMap(depth => rates.map(rate => [depth, rate] as const))
    .map(([depth, rate], index) => {
      const best = Math.abs(Math.log10(rate) + 1 + depth / 12)
      const last = rate * depth > 4 ? NaN : Math.min(0.69, 0.01 * 10 ** (1.2 * best))
      return run([depth, rate], 42, index, { last, factor: 0.8, hidden: depth })
    })
  const parameters = [parameter('hidden_layers.depth', depths), parameter('optimizer.learning_rate', rates, true)]
  return made({ name: 'rates', parameters, runs })
}

/** A thousand runs of twenty layers: ten seeds of each of 10 × 10 groups. */
export function gridSweep(): SweepRecord {
  const rates = Array.from({ length: 10 }, (_, i) => Number((0.001 * 2 ** i).toPrecision(3)))
  const depths = Array.from({ length: 10 }, (_, i) => 10 + i)
  const plans = depths.flatMap(depth => rates.flatMap(rate => Array.from({ length: 10 }, (_, seed) => ({ depth, rate, seed })))) // prettier-ignore
  const runs = plans.map(
    ({ depth, rate, seed }, index) =>
    run([depth, rate], seed, index, { last: Math.min(0.69, 0.02 + Math.abs(Math.log10(rate * 20)) / 4), factor: 0.8, hidden: depth }) // prettier-ignore
  )
  const parameters = [parameter('hidden_layers.depth', depths), parameter('optimizer.learning_rate', rates, true)]
  return made({ name: 'grid', parameters, seeds: 10, runs })
}

/** Many random runs of three numbers. */
export function randomSweep(count: number, hidden = 4): SweepRecord {
  const random = createRandom(9)
  const runs = Array.from({ length: count }, (_, index) => {
    const [rate, momentum, decay] = [10 ** (-4 * random.uniform()), random.uniform(), 10 ** (-5 * random.uniform())]
    const best = Math.abs(Math.log10(rate) + 1.5) + Math.abs(momentum - 0.9)
    const last = rate > 0.6 ? NaN : Math.min(0.69, 0.01 * 10 ** best)
    return run([rate, momentum, decay].map(value => Number(value.toPrecision(4))), 42, index, { last, factor: 0.8, hidden }) // prettier-ignore
  })
  const values = (i: number) => [...new Set(runs.map(({ values }) => values[i]!))]
  const names = ['optimizer.learning_rate', 'optimizer.momentum', 'optimizer.weight_decay']
  return made({ name: 'random', parameters: names.map((name, i) => parameter(name, values(i), i !== 1)), runs })
}
