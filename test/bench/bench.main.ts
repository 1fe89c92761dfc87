// npm run bench [-- WORKLOAD …]: speed of the float32 backend against this machine's ceiling, PyTorch and tfjs-wasm.
import { cpus } from 'node:os'
import path from 'node:path'
import { productLoad, registerLoad, type Load } from './ceiling'
import { Peer } from './peer'
import { block, median, warmUp } from './timing'
import { WORKLOADS, stepperOf, type Stepper, type Workload } from './workload'

const ROUNDS = 7
const BLOCK_MILLISECONDS = 60
const PEERS = path.join(process.cwd(), 'test', 'bench', 'peers')

interface Times {
  readonly ours: number[]
  readonly unrecorded: number[]
  /** by number of threads, from 1 */
  readonly torch: [number[], number[]]
  readonly tfjs: number[]
}

interface Case {
  readonly workload: Workload
  readonly stepper: Stepper
  readonly times: Times
}

async function main(names: readonly string[]): Promise<void> {
  const chosen = names.length === 0 ? WORKLOADS : names.map(name => workloadNamed(name))
  const [torch, tfjs] = await startPeers()
  const loads = [registerLoad(), ...[16, 32, 64, 128, 256].map(productLoad)]
  const cases = chosen.map(workload => ({ workload, stepper: stepperOf(workload.name), times: noTimes() }))
  for (const { run } of loads) warmUp(run)
  for (const { stepper } of cases) warmUp(stepper.step)
  const speeds = loads.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    loads.forEach(({ run, operations }, i) => speeds[i]!.push(operations / block(run, BLOCK_MILLISECONDS) / 1e3))
    for (const each of cases) await measure(each, torch, tfjs)
  }
  torch?.stop()
  tfjs?.stop()
  report(loads, speeds.map(median), cases)
}

const workloadNamed = (name: string): Workload =>
  WORKLOADS.find(workload => workload.name === name) ?? { name, oneCore: null }

const noTimes = (): Times => ({ ours: [], unrecorded: [], torch: [[], []], tfjs: [] })

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
async function measure({ workload, stepper, times }: Case, torch: Peer | null, tfjs: Peer | null): Promise<void> {
  times.ours.push(block(stepper.step, BLOCK_MILLISECONDS))
  times.unrecorded.push(block(stepper.stepUnrecorded, BLOCK_MILLISECONDS))
  for (const threads of [1, 2])
    if (torch !== null) times.torch[threads - 1]!.push(await torch.block(workload.name, threads))
  if (tfjs !== null && !workload.name.includes('sigmoid')) times.tfjs.push(await tfjs.block(workload.name, 1))
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
  console.log(`\n${'one core'.padEnd(20)}${heads.map(head => head.padStart(11)).join('')}`)
  const ratios = cases.map(each => row(each, ceiling)).filter(ratio => !Number.isNaN(ratio))
  if (ratios.length > 0) console.log(`\ngeometric mean of the ratios to PyTorch ${fixed(geometricMean(ratios), 2, 0)}`)
}

/** Prints one line; the ratio to PyTorch, NaN without it. */
function row({ workload, stepper, times }: Case, ceiling: number): number {
  const ours = median(times.ours)
  const speed = stepper.operations / ours / 1e3
  const torch = Math.min(...times.torch.map(blocks => (blocks.length === 0 ? NaN : median(blocks))))
  const recording = 100 * median(times.ours.map((time, i) => time / times.unrecorded[i]! - 1))
  const cells = [
    fixed(ours, 1, 11),
    fixed(recording, 1, 11),
    fixed(speed, 1, 11),
    fixed((100 * speed) / ceiling, 0, 11),
    fixed(torch, 0, 11),
    fixed(torch / ours, 2, 11),
    fixed(workload.oneCore ?? NaN, 1, 11),
    fixed(times.tfjs.length === 0 ? NaN : median(times.tfjs) / ours, 1, 11)
  ]
  console.log(workload.name.padEnd(20) + cells.join(''))
  return torch / ours
}

const fixed = (value: number, digits: number, width: number): string =>
  (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(width)

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

main(process.argv.slice(2)).catch(error => {
  console.error(error)
  process.exitCode = 1
})
