import { toNumber } from '../record'
import type { Backend, BackendFactory } from './backend'
import { ColumnBuilder } from './column'
import { DistributionProbe } from './distribution'
import { duplicateUnits } from './duplicates'
import { evaluate, type Evaluation } from './evaluate'
import { initializeInto } from './initializer'
import { layoutOf, type Layout } from './layout'
import { unitVariance } from './lsuv'
import { outcomeOf } from './outcome'
import { probabilities, probedEpochs } from './probe'
import type { Random } from '../arithmetic'
import { RunEvents } from './runEvents'
import { StepLog } from './stepLog'
import type { Numbers, TrainingEvent, TrainingResult, TrainingTask } from './spec'

/** Multiply-adds between two yields, a few milliseconds of float64; a single step is never divided. */
const WORK_BETWEEN_YIELDS = 2e6
/** What a step costs beside its multiply-adds, so that tiny networks yield too. */
const WORK_OF_STEP = 1e4

/**
 * Trains the network of `task` and yields columns and events as they come about, and `steps` in between, after a bounded
 * amount of work; the caller may leave it at any yield. Column 0 is the first mini-batch before any update. A value that is
 * not finite ends its epoch, whose column is the mean over the steps so far, and the training, if `stop.nonfinite`.
 * `random`: stream "weights" gives the initial parameters, "order" the order of the samples. Throws a `RangeError` for a
 * task that makes no sense.
 */
export function* train(
  task: TrainingTask,
  random: Random,
  createBackend: BackendFactory
): Generator<TrainingEvent, TrainingResult> {
  checkTask(task)
  return yield* new Training(task, random, createBackend).run()
}

function checkTask(task: TrainingTask): void {
  const { train, batchSize, layers, epochs } = task
  if (!(train.count >= 1)) throw new RangeError('training needs at least one sample')
  if (!(batchSize >= 1)) throw new RangeError('a mini-batch needs at least one sample')
  if (!(epochs >= 0)) throw new RangeError('the number of epochs is negative')
  if (layers.length === 0) throw new RangeError('a network needs an output layer')
  if (layers.some(({ normalization }) => normalization === 'batch') && smallestBatch(task) < 2)
    throw new RangeError('batch normalization needs at least two samples in every mini-batch')
}

const smallestBatch = ({ train, batchSize }: TrainingTask): number =>
  Math.min(batchSize, train.count % batchSize || train.count)

/** In the precision of training: a large net's parameters need no more memory than that. */
function initialParameters(task: TrainingTask, layout: Layout, random: Random): Numbers {
  const given = task.initialParameters
  if (given === undefined) {
    const fresh = new (task.precision === 'float32' ? Float32Array : Float64Array)(layout.parameters)
    return initializeInto(fresh, task.layers, layout, random.stream('weights'))
  }
  if (given.length === layout.parameters) return given
  throw new RangeError(`${given.length} initial parameters where ${layout.parameters} are needed`)
}

class Training {
  private readonly layout: Layout
  private readonly backend: Backend
  private readonly column: ColumnBuilder
  private readonly events: RunEvents
  /** null: no single steps are wanted */
  private readonly steps: StepLog | null
  private readonly distributions: DistributionProbe | null
  private readonly order: Int32Array // [train.count]
  private readonly orderRandom: Random
  private step = 0
  private epoch = 0
  private probed = -1
  private lookedAt = -1
  private work = 0

  constructor(
    private readonly task: TrainingTask,
    random: Random,
    createBackend: BackendFactory
  ) {
    this.layout = layoutOf(task.inputs, task.layers)
    this.backend = createBackend(task, this.layout)
    this.backend.setParameters(initialParameters(task, this.layout, random))
    this.column = new ColumnBuilder(task, this.layout, this.backend)
    this.events = new RunEvents(this.duplicates())
    this.steps = task.summaryOnly ? null : new StepLog(task, this.layout, this.backend)
    this.distributions = DistributionProbe.of(task, this.layout)
    this.order = Int32Array.from({ length: task.train.count }, (_, sample) => sample)
    this.orderRandom = random.stream('order')
  }

  *run(): Generator<TrainingEvent, TrainingResult> {
    this.shuffle()
    yield* this.scaleWeights()
    let stop = yield* this.initialColumn()
    while (stop === null) {
      this.epoch++
      if (this.epoch > 1) this.shuffle()
      stop = yield* this.trainEpoch()
    }
    yield* this.probe()
    if (this.isWhole) yield* this.look()
    this.events.setStop(stop)
    yield* this.reportEvents()
    return { stop, parameters: () => this.backend.parameters() }
  }

  /** The part of initialisation that looks at the first mini-batch. */
  private *scaleWeights(): Generator<TrainingEvent, void> {
    const { task, backend, layout, order } = this
    if (task.initialParameters !== undefined) return
    const count = Math.min(task.batchSize, task.train.count)
    for (const _ of unitVariance(backend, layout, task.layers, order, count)) {
      this.work += 3 * count * layout.parameters + WORK_OF_STEP
      yield* this.pause()
    }
  }

  private *initialColumn(): Generator<TrainingEvent, TrainingResult['stop'] | null> {
    this.column.reset()
    this.oneStep(0, false)
    yield* this.finishColumn()
    return this.reasonToStop()
  }

  private *trainEpoch(): Generator<TrainingEvent, TrainingResult['stop'] | null> {
    const { task } = this
    this.column.reset()
    for (let start = 0; start < task.train.count && !this.failed; start += task.batchSize) {
      this.step++
      this.oneStep(start, true)
      yield* this.reportSteps()
      yield* this.pause()
    }
    if (this.isWhole || this.reasonToStop() !== null) this.events.setLastDuplicates(this.duplicates())
    yield* this.finishColumn()
    return this.reasonToStop()
  }

  /** One mini-batch: what it measured goes into the column and the events. */
  private oneStep(start: number, update: boolean): void {
    const { backend, task, events } = this
    const count = Math.min(task.batchSize, task.train.count - start)
    backend.statistics.active.fill(0)
    const fault = backend.step(this.order, start, count, update)
    this.column.addStep(backend.statistics, update)
    if (update) this.steps?.take(this.step, this.epoch)
    if (events.addFault(fault, this.step, this.epoch) && update) this.steps?.keepLast(this.step)
    if (update) events.addVariance(backend.statistics, this.step)
    this.work += 3 * count * this.layout.parameters + WORK_OF_STEP
  }

  /** The column of the epoch, with the test split's loss and accuracy, then the events. */
  private *finishColumn(): Generator<TrainingEvent, void> {
    if (this.isWhole || this.reasonToStop() !== null) this.column.addQuantiles()
    const test = yield* this.evaluateTest()
    yield { type: 'column', column: this.column.build(this.epoch, test) }
    if (probedEpochs(this.task.epochs).includes(this.epoch)) yield* this.probe()
    if (this.wantsLook) yield* this.look()
    yield* this.reportEvents()
    this.work = 0
  }

  /** What the network makes of the probe and of the samples whose answers are recorded now, once an epoch. */
  private *probe(): Generator<TrainingEvent, void> {
    const { backend, task, layout, epoch } = this
    if (this.probed === epoch) return
    this.probed = epoch
    if (task.probe !== null) {
      const values = yield* this.inPieces(probabilities(backend, task, layout, task.probe))
      yield { type: 'frame', epoch, values }
    }
    if (!task.outcomes) return
    const values = yield* this.inPieces(outcomeOf(backend, task, layout, task.outcomes))
    yield { type: 'outcome', outcome: { epoch, values } }
  }

  /** Whether all is recorded; else what only the run's end needs waits for it. */
  private get isWhole(): boolean {
    return !this.task.summaryOnly
  }

  private get wantsLook(): boolean {
    if (this.isWhole) return this.epoch <= 1
    return this.epoch === 0 && this.events.current.duplicateUnits.initial.some(share => share >= 1)
  }

  /** How gradients and activations spread now, once an epoch. */
  private *look(): Generator<TrainingEvent, void> {
    const { distributions, epoch, order, backend } = this
    if (distributions === null || this.lookedAt === epoch) return
    this.lookedAt = epoch
    yield { type: 'distribution', distribution: distributions.look(backend.parameters(), order, epoch) }
    this.work += distributions.work
    yield* this.pause()
  }

  private *evaluateTest(): Generator<TrainingEvent, Evaluation | null> {
    const { backend, task, layout } = this
    if (task.test === null || task.test.count === 0) return null
    return yield* this.inPieces(evaluate(backend, task, layout, task.test))
  }

  /** Goes through `work`, which yields how many rows it has taken through the network. */
  private *inPieces<Result>(work: Generator<number, Result>): Generator<TrainingEvent, Result> {
    for (;;) {
      const next = work.next()
      if (next.done === true) return next.value
      this.work += next.value * this.layout.parameters + WORK_OF_STEP
      yield* this.pause()
    }
  }

  /** Gives the caller its chance once enough work has been done. */
  private *pause(): Generator<TrainingEvent, void> {
    if (this.work < WORK_BETWEEN_YIELDS) return
    this.work = 0
    yield { type: 'steps', epoch: this.epoch, step: this.step }
  }

  private *reportSteps(): Generator<TrainingEvent, void> {
    const steps = this.steps?.takeNews() ?? null
    if (steps !== null) yield { type: 'kept steps', steps }
  }

  private *reportEvents(): Generator<TrainingEvent, void> {
    const events = this.events.takeNews()
    if (events !== null) yield { type: 'events', events }
  }

  private reasonToStop(): TrainingResult['stop'] | null {
    const { task, epoch } = this
    if (this.failed) return { reason: 'nonfinite', epoch }
    const { lossBelow } = task.stop
    if (epoch > 0 && lossBelow !== null && toNumber(this.column.loss)! < lossBelow)
      return { reason: 'loss_below', epoch }
    return epoch >= task.epochs ? { reason: 'completed', epoch } : null
  }

  /** True when something was not finite and that is a reason to stop. */
  private get failed(): boolean {
    return this.task.stop.nonfinite && this.events.current.nonfinite !== null
  }

  private shuffle(): void {
    if (this.task.shuffle) this.orderRandom.shuffle(this.order)
  }

  private duplicates(): number[] {
    return duplicateUnits((...place) => this.backend.weight(...place), this.layout)
  }
}
