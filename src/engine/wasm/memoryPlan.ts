import { rowCapacity } from '../backend'
import { Layer, Measured, Run, Team, Total } from '../kernels/fields'
import type { Layout } from '../layout'
import type { TrainingTask } from '../spec'
import { panelBytes, roundUp, type Arena } from './arena'
import { planDeltas, planLayer, rowsOf, type LayerTable, type Shared, type Source } from './layerPlan'
import { stateCount } from './rule'

/** Addresses of everything in the kernels' memory. */
export interface MemoryPlan {
  readonly run: number
  readonly layers: number
  readonly tables: readonly LayerTable[]
  /** the first layer's input by unit: the caller writes it */
  readonly input: Source
  /** the caller writes them */
  readonly targets: number
  readonly values: number
  readonly exponents: number
  readonly totals: number
  /** 0: no team */
  readonly team: number
  /** bytes between the workers' rooms for one panel of a gradient; 0 where every panel has its own */
  readonly room: number
  /** bytes [units] */
  readonly active: number
}

/** Lays out all that training `task` with `workers` threads will ever need. */
export function planMemory(arena: Arena, task: TrainingTask, layout: Layout, workers = 1): MemoryPlan {
  const count = layout.layers.length
  const run = arena.take(Run.words * 4)
  const layers = arena.take(count * Layer.words * 4)
  const room = roomBytes(task, layout)
  const shared = planShared(arena, task, layout, workers, room)
  const input = planInput(arena, task.inputs, shared.rows)
  return {
    run,
    layers,
    tables: planLayers(arena, task, layout, input, shared),
    input,
    targets: arena.take(roundUp(shared.rows, 8) * layout.layers.at(-1)!.outputs * 4),
    values: arena.take(Measured.rows * count * 8),
    exponents: arena.take(Measured.rows * count * 4),
    totals: arena.take(Total.count * 8),
    team: workers > 1 ? arena.take(Team.words * 4) : 0,
    room,
    active: shared.active
  }
}

/** Room for one panel of the largest gradient; 0 where clipping needs all panels at once. */
function roomBytes({ optimizer }: TrainingTask, layout: Layout): number {
  const mostRows = Math.max(...layout.layers.map(rowsOf))
  return optimizer.clipnorm === null ? roundUp(mostRows, 4) * 32 : 0
}

function planShared(arena: Arena, task: TrainingTask, layout: Layout, workers: number, room: number): Shared {
  const batch = Math.min(task.batchSize, task.train.count)
  const widest = Math.max(...layout.layers.map(layer => layer.outputs))
  const deltaPanel = roundUp(widest, 4) * 32
  const deltas = () => planDeltas(arena, batch, widest, deltaPanel)
  const skip = () =>
    layout.layers.some(({ residual }) => residual) ? arena.take(Math.ceil(batch / 8) * deltaPanel) : 0
  return {
    batch,
    rows: rowCapacity(task),
    deltas: workers > 1 ? null : [deltas(), deltas()],
    deltaPanel,
    gradient: room === 0 ? 0 : arena.take(workers * room),
    states: stateCount(task.optimizer),
    active: arena.take(layout.units),
    skips: [skip(), skip()]
  }
}

function planInput(arena: Arena, inputs: number, rows: number): Source {
  const panel = roundUp(inputs, 8) * 32
  return {
    bySample: arena.take(Math.ceil(rows / 8) * panel),
    panel,
    byUnit: arena.take(panelBytes(inputs, roundUp(rows, 8)))
  }
}

function planLayers(arena: Arena, task: TrainingTask, layout: Layout, input: Source, shared: Shared): LayerTable[] {
  const tables: LayerTable[] = []
  let source = input
  layout.layers.forEach((slot, index) => {
    const table = planLayer(arena, task.layers[index]!, slot, index, source, shared)
    tables.push(table)
    source = { bySample: table.a, panel: table.panel, byUnit: table.aByUnit }
  })
  return tables
}
