// npm run bench [-- WORKLOAD …]: speed of the float32 backend against this machine's ceiling, PyTorch and tfjs-wasm; without
// names also what a pool of workers does (alone: `sweeps`), what it takes to draw a record, and what a live figure in VS Code costs training.
import { cpus } from 'node:os'
import path from 'node:path'
import { benchAllFigures } from './allFigures'
import { productLoad, registerLoad, type Load } from './ceiling'
import { ThreadTeam } from '../../src/worker/threadTeam.node'
import { Peer } from './peer'
import { benchSweeps } from './sweeps'
import { block, median, warmUp } from './timing'
import { WORKLOADS, stepperOf, type Stepper, type Workload } from './workload'

const ROUNDS = 7
const BLOCK_MILLISECONDS = 60
const SHORT_MILLISECONDS = 6
/** A helper that has slept may find itself on the caller's core, and be moved to another only some ticks later. */
const WAKE_MILLISECONDS = 60
/** What a helper's thread runs, as it ships. */
const WORKER = path.join(process.cwd(), 'dist', 'worker.node.js')
const PEERS = path.join(process.cwd(), 'test', 'bench', 'peers')

interface Times {
  readonly ours: number[]
  readonly unrecorded: number[]
  /** with all cores */
  readonly together: number[]
  /** by number of threads, from 1 */
  readonly torch: [number[], number[]]
  readonly tfjs: number[]
}

interface Case {
  readonly workload: Workload
  readonly stepper: Stepper
  /** the same with all cores; null where the net is too narrow */
  readonly together: Stepper | null
  readonly times: Times
}

async function main(names: readonly string[]): Promise<void> {
  if (names.length === 1 && names[0] === 'sweeps') return benchSweeps()
  const chosen = names.length === 0 ? WORKLOADS : names.map(name => workloadNamed(name))
  const [torch, tfjs] = await startPeers()
  const loads = [registerLoad(), ...[16, 32, 64, 128, 256].map(productLoad)]
  const teams: ThreadTeam[] = []
  const cases = chosen.map(workload => caseOf(workload, teams))
  for (const { run } of loads) warmUp(run)
  for (const { stepper, together } of cases) for (const each of [stepper, together]) if (each) warmUp(each.step)
  const speeds = loads.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    loads.forEach(({ run, operations }, i) => speeds[i]!.push(operations / block(run, BLOCK_MILLISECONDS) / 1e3))
    for (const each of cases) await measure(each, torch, tfjs)
  }
  torch?.stop()
  tfjs?.stop()
  for (const team of teams) team.dispose()
  report(loads, speeds.map(median), cases)
  if (names.length > 0) return
  await benchSweeps()
  await benchAllFigures()
}

const workloadNamed = (name: string): Workload =>
  WORKLOADS.find(workload => workload.name === name) ?? { name, oneCore: null, allCores: null }

/** A team serves one net at a time, so each net has its own; helpers without work sleep. */
function caseOf(workload: Workload, teams: ThreadTeam[]): Case {
  const times = { ours: [], unrecorded: [], together: [], torch: [[], []], tfjs: [] } satisfies Times
  const stepper = stepperOf(workload.name)
  if (workload.allCores === null) return { workload, stepper, together: null, times }
  const team = new ThreadTeam(WORKER)
  teams.push(team)
  return { workload, stepper, together: stepperOf(workload.name, team), times }
}

async function startPeers(): Promise<[Peer | null, Peer | null]> {
  const python = process.env['PYTHON'] ?? 'python3'
  const torch = await Peer.start(python, [path.join(PEERS, 'torch_step.py')])
  const tfjs = await Peer.start(process.execPath, [path.join(PEERS, 'tfjs_step.mjs')])
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} processors`)
  console.log(
    torch?.name ??
      `no PyTorch in ${python}: apt install python3-torch libopenblas0-pthread (and PYTHON=/usr/bin/python3), or pip install torch`
  )
  console.log(
    tfjs?.name ?? 'no tfjs-wasm: npm install --no-save @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0'
  )
  return [torch, tfjs]
}

/** One block of everybody, in turn: a machine that slows down does so for all. */
async function measure(
  { workload, stepper, together, times }: Case,
  torch: Peer | null,
  tfjs: Peer | null
): Promise<void> {
  const [ours, unrecorded] = inTurn(stepper.step, stepper.stepUnrecorded)
  times.ours.push(ours)
  times.unrecorded.push(unrecorded)
  if (together !== null) {
    warmUp(together.step, WAKE_MILLISECONDS)
    times.together.push(block(together.step, BLOCK_MILLISECONDS))
  }
  for (const threads of [1, 2])
    if (torch !== null) times.torch[threads - 1]!.push(await torch.block(workload.name, threads))
  if (tfjs !== null && !workload.name.includes('sigmoid')) times.tfjs.push(await tfjs.block(workload.name, 1))
}

/**
 * Microseconds a call of each, medians of short blocks that follow one another: what recording costs is less than what a machine's
 * clock gains or loses within a tenth of a second, and whoever comes first finds the caches as a peer left them.
 */
function inTurn(first: () => void, second: () => void): [number, number] {
  const times: [number[], number[]] = [[], []]
  warmUp(first, SHORT_MILLISECONDS)
  for (let i = 0; i < BLOCK_MILLISECONDS / SHORT_MILLISECONDS; i++) {
    const order = i % 2 === 0 ? [first, second] : [second, first]
    for (const run of order) times[run === first ? 0 : 1].push(block(run, SHORT_MILLISECONDS))
  }
  return [median(times[0]), median(times[1])]
}

function report(loads: readonly Load[], speeds: readonly number[], cases: readonly Case[]): void {
  const ceiling = speeds[0]!
  console.log('\nGFLOP/s of one core, medians')
  loads.forEach(({ name }, i) => {
    console.log(
      `${name.padEnd(20)}${fixed(speeds[i]!, 1, 8)}${fixed((100 * speeds[i]!) / ceiling, 0, 6)} % of the ceiling`
    )
  })
  const heads = ['µs/step', 'record %', 'GFLOP/s', 'ceiling %', 'torch µs', 'ratio', 'target', 'tfjs ratio']
  console.log(`\n${'one core'.padEnd(20)}${line(heads)}`)
  for (const each of cases) console.log(each.workload.name.padEnd(20) + oneCore(each, ceiling))
  console.log(`\n${'all cores'.padEnd(20)}${line(['µs/step', 'speed-up', 'torch µs', 'ratio', 'target'])}`)
  for (const each of cases) if (each.together !== null) console.log(each.workload.name.padEnd(20) + allCores(each))
  const ratios = cases.map(({ times }) => torchOf(times) / best(times)).filter(ratio => !Number.isNaN(ratio))
  if (ratios.length > 0)
    console.log(`\ngeometric mean of the best ratios to PyTorch ${fixed(geometricMean(ratios), 2, 0)}`)
}

const line = (cells: readonly string[]): string => cells.map(cell => cell.padStart(11)).join('')

function oneCore({ workload, stepper, times }: Case, ceiling: number): string {
  const ours = median(times.ours)
  const speed = stepper.operations / ours / 1e3
  const recording = 100 * median(times.ours.map((time, i) => time / times.unrecorded[i]! - 1))
  return line([
    fixed(ours, 1),
    fixed(recording, 1),
    fixed(speed, 1),
    fixed((100 * speed) / ceiling, 0),
    fixed(torchOf(times), 0),
    fixed(torchOf(times) / ours, 2),
    fixed(workload.oneCore ?? NaN, 1),
    fixed(times.tfjs.length === 0 ? NaN : median(times.tfjs) / ours, 1)
  ])
}

function allCores({ workload, times }: Case): string {
  const ours = median(times.together)
  const torch = torchOf(times)
  const cells = [ours, median(times.ours) / ours, torch, torch / ours, workload.allCores ?? NaN]
  return line(cells.map((cell, i) => fixed(cell, [1, 2, 0, 2, 2][i]!)))
}

/** PyTorch's best of one and two threads; NaN without it. */
const torchOf = ({ torch }: Times): number =>
  Math.min(...torch.map(blocks => (blocks.length === 0 ? NaN : median(blocks))))

/** Our best of one and all cores. */
const best = ({ ours, together }: Times): number =>
  Math.min(...[ours, together].filter(times => times.length > 0).map(median))

const fixed = (value: number, digits: number, width = 0): string =>
  (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(width)

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

main(process.argv.slice(2)).catch(error => {
  console.error(error)
  process.exitCode = 1
})
