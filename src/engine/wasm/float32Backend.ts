import { countsHits, thresholdOf } from '../answer'
import type { Backend, Fault, StepStatistics } from '../backend'
import { rowCapacity } from '../backend'
import { Layer, Loss, Run, Team, Total } from '../kernels/fields'
import type { Layout } from '../layout'
import type { Numbers, RunningStatistics, TrainingTask } from '../spec'
import { statisticsIn } from '../statistics'
import { Arena } from './arena'
import { BatchWriter } from './batch'
import { instantiate, type Kernels } from './kernels'
import type { LayerTable } from './layerPlan'
import { planMemory, type MemoryPlan } from './memoryPlan'
import { packParameters, placeOf, unpackParameters, unpackSamples } from './packing'
import { faultOf, roomIn } from './readings'
import { AdamClock, ruleNumbers, ruleOf } from './rule'
import { RunningUnits } from './runningUnits'
import { helpersFor, type Team as Helpers } from './team'

/** Training in float32 by the kernels in ../kernels: one call for a whole step. `team` makes it faster, and changes no bit. */
export const createFloat32Backend = (task: TrainingTask, layout: Layout, team: Helpers | null = null): Backend =>
  new Float32Backend(task, layout, team)

/** The kernels' own data (constants) end below this address. */
export const FIRST_FREE = 4096

export class Float32Backend implements Backend {
  readonly statistics: StepStatistics
  private readonly plan: MemoryPlan
  private readonly kernels: Kernels
  private readonly floats: Float32Array // all memory
  private readonly words: Int32Array // all memory
  private readonly totals: Float64Array // [Total.count]
  private readonly samples: Float32Array // [rows × widest layer], what `preactivations` and `predict` hand out
  private readonly clock: AdamClock | null
  private readonly batch: BatchWriter
  private readonly batchNormalized: readonly (RunningUnits | null)[]
  private count = 0
  private fresh = true

  constructor(
    private readonly task: TrainingTask,
    private readonly layout: Layout,
    team: Helpers | null = null
  ) {
    const arena = Arena.from(FIRST_FREE)
    const workers = 1 + helpersFor(task, layout, team)
    this.plan = planMemory(arena, task, layout, workers)
    const memory = new WebAssembly.Memory({ initial: arena.pages, maximum: arena.pages, shared: true })
    this.kernels = instantiate(memory)
    this.floats = new Float32Array(memory.buffer)
    this.words = new Int32Array(memory.buffer)
    this.totals = new Float64Array(memory.buffer, this.plan.totals, Total.count)
    this.statistics = statisticsIn(roomIn(memory.buffer, this.plan, layout), layout)
    this.samples = new Float32Array(rowCapacity(task) * Math.max(...layout.layers.map(layer => layer.outputs)))
    this.clock = AdamClock.of(task.optimizer)
    this.batch = new BatchWriter(task, this.plan, this.floats, this.words)
    this.batchNormalized = layout.layers.map(({ normalization }, index) =>
      normalization === 'batch' ? new RunningUnits(this.floats, this.plan.tables[index]!, task.layers[index]!) : null
    )
    this.writeTables()
    const { run } = this.plan
    if (workers === 1) return
    this.words[this.plan.team / 4 + Team.workers] = workers
    team!.join({ memory, run, helpers: workers - 1 }, () => this.kernels.dismiss(run))
  }

  setParameters(parameters: Numbers): void {
    const { floats, layout, plan } = this
    packParameters(floats, parameters, layout, plan.tables)
    plan.tables.forEach((_, index) => this.kernels.loadWeights(this.layerAddress(index)))
    if (!this.fresh) this.resetOptimizer()
    this.fresh = false
  }

  /** New memory is 0 and takes no room before it is written. */
  private resetOptimizer(): void {
    for (const table of this.plan.tables) {
      const bytes = Math.ceil(table.outputs / 8) * table.weightsPanel
      for (const state of [table.state, table.secondState]) {
        if (state !== 0) this.floats.fill(0, state / 4, (state + bytes) / 4)
      }
    }
    this.clock?.reset()
    for (const units of this.batchNormalized) units?.running.reset()
  }

  parameters(): Float64Array {
    return unpackParameters(this.floats, this.layout, this.plan.tables)
  }

  weight(layer: number, unit: number, input: number): number {
    return this.floats[placeOf(this.plan.tables[layer]!, unit, input)]!
  }

  step(order: Int32Array, start: number, count: number, update: boolean): Fault | null {
    this.batch.writeSamples(order, start, count)
    this.setRun(count, update)
    this.kernels.step(this.plan.run)
    if (update) for (const units of this.batchNormalized) units?.add(count)
    this.statistics.loss = this.totals[Total.loss]!
    this.statistics.accuracy = this.totals[Total.accuracy]!
    return faultOf(this.totals[Total.fault]!)
  }

  running(layer: number): RunningStatistics | null {
    return this.batchNormalized[layer]?.running.copy() ?? null
  }

  preactivations(layer: number): Float32Array {
    return this.samplesAt(this.plan.tables[layer]!, 'z')
  }

  private samplesAt(table: LayerTable, which: 'z' | 'a'): Float32Array {
    return unpackSamples(this.floats, table[which], table.panel, this.count, table.outputs, this.samples)
  }

  predict(inputs: Float64Array, start: number, count: number): Float32Array {
    this.batch.writeInputs(inputs, start, count)
    this.setRun(count, false)
    for (const units of this.batchNormalized) units?.write()
    this.kernels.predict(this.plan.run)
    return this.samplesAt(this.plan.tables.at(-1)!, 'a')
  }

  /** False leaves out what only the record needs: for timing what recording costs. */
  set measures(wanted: boolean) {
    this.words[this.plan.run / 4 + Run.record] = wanted ? 1 : 0
  }

  /** Items of work that helpers have done so far. */
  get helped(): number {
    const { team } = this.plan
    return team === 0 ? 0 : this.words[team / 4 + Team.helped]!
  }

  private layerAddress(index: number): number {
    return this.plan.layers + index * Layer.words * 4
  }

  private setRun(count: number, update: boolean): void {
    const { words, floats, clock } = this
    const run = this.plan.run / 4
    this.count = count
    words[run + Run.count] = count
    words[run + Run.update] = update ? 1 : 0
    if (clock === null || !update) return
    clock.tick()
    floats[run + Run.rate] = clock.rate
    floats[run + Run.root] = clock.root
  }

  private writeTables(): void {
    const { plan, words, floats, task } = this
    const run = plan.run / 4
    words[run + Run.layerCount] = plan.tables.length
    words[run + Run.layers] = plan.layers
    words[run + Run.targets] = plan.targets
    words[run + Run.loss] = Loss[task.loss]
    words[run + Run.counts] = countsHits(task) ? 1 : 0
    words[run + Run.record] = 1
    words[run + Run.rule] = ruleOf(task.optimizer)
    words[run + Run.clipsNorm] = task.optimizer.clipnorm === null ? 0 : 1
    words[run + Run.values] = plan.values
    words[run + Run.exponents] = plan.exponents
    words[run + Run.totals] = plan.totals
    words[run + Run.team] = plan.team
    words[run + Run.room] = plan.room
    floats[run + Run.threshold] = thresholdOf(task)
    floats[run + Run.l1] = task.l1
    floats[run + Run.l2] = task.l2
    for (const [name, value] of Object.entries(ruleNumbers(task.optimizer))) {
      floats[run + Run[name as keyof typeof Run]] = value
    }
    plan.tables.forEach((table, index) => this.writeLayer(table, this.layerAddress(index) / 4))
  }

  private writeLayer(table: LayerTable, at: number): void {
    for (const [name, value] of Object.entries(table)) this.words[at + Layer[name as keyof typeof Layer]] = value
    this.floats[at + Layer.slope] = table.slope
  }
}
