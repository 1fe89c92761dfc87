import { activationEntry, type ActivationName } from '../../catalogue'
import { Activation, CHUNK, Chunk, Normalization, Panel, type Layer } from '../kernels/fields'
import type { LayerSlot } from '../layout'
import type { LayerSpec } from '../spec'
import { panelBytes, roundUp, type Arena } from './arena'

/** What a layer shares with others. */
export interface Shared {
  /** samples of the largest mini-batch */
  readonly batch: number
  /** samples that `predict` takes at once */
  readonly rows: number
  /** where a layer of even or odd number has its deltas, by sample and by unit; null: each layer has its own */
  readonly deltas: readonly [Deltas, Deltas] | null
  readonly deltaPanel: number
  /** one panel of a gradient; 0: each layer has room for all of its panels */
  readonly gradient: number
  /** arrays of optimizer state */
  readonly states: 0 | 1 | 2
  /** bytes [units] */
  readonly active: number
  /** where a residual layer of even or odd number keeps ∂loss/∂a for the layer below; 0 without residual layers */
  readonly skips: readonly [number, number]
}

/** Addresses of a layer's deltas. */
export interface Deltas {
  readonly bySample: number
  readonly byUnit: number
}

/** Room for deltas of `batch` samples and `units` units. */
export const planDeltas = (arena: Arena, batch: number, units: number, panel: number): Deltas => ({
  bySample: arena.take(Math.ceil(batch / 8) * panel),
  byUnit: arena.take(panelBytes(units, roundUp(batch, 8)))
})

/** Where the activations of the layer before are. */
export interface Source {
  readonly bySample: number
  readonly panel: number
  readonly byUnit: number
}

export type LayerTable = Record<Exclude<keyof typeof Layer, 'words' | 'slope'>, number> & { readonly slope: number }

/** Floats' rows are 32 bytes: eight lanes. */
const ROW = 32

/** Room for one layer, and the words that tell the kernels where it is. */
export function planLayer(
  arena: Arena,
  spec: LayerSpec,
  slot: LayerSlot,
  index: number,
  source: Source,
  shared: Shared
): LayerTable {
  const { inputs, outputs } = slot
  const activation = Activation[spec.activation.name]
  const weightsPanel = roundUp(rowsOf(slot), 4) * ROW
  const weightBytes = Math.ceil(outputs / 8) * weightsPanel
  const state = (wanted: boolean) => (wanted ? arena.take(weightBytes) : 0)
  const panel = roundUp(outputs, 4) * ROW
  const values = () => arena.take(Math.ceil(shared.rows / 8) * panel)
  const watch = watchOf(spec.activation.name)
  const z = values()
  const y = slot.normalization === null ? z : values()
  const value = activation === Activation.linear ? y : values()
  const deltaPanel = shared.deltas === null ? panel : shared.deltaPanel
  const deltas = shared.deltas?.[index % 2] ?? planDeltas(arena, shared.batch, outputs, panel)
  return {
    inputs,
    outputs,
    activation,
    slope: spec.activation.name === 'leaky_relu' ? spec.activation.negative_slope : 0,
    weights: arena.take(weightBytes),
    weightsPanel,
    transposed: index === 0 ? 0 : arena.take(panelBytes(inputs, roundUp(outputs, 8))),
    transposedPanel: roundUp(outputs, 8) * ROW,
    state: state(shared.states > 0),
    secondState: state(shared.states > 1),
    input: source.bySample,
    inputPanel: source.panel,
    inputByUnit: source.byUnit,
    z,
    y,
    value,
    a: slot.residual || slot.softmax ? values() : value,
    panel,
    aByUnit: arena.take(panelBytes(outputs, roundUp(shared.batch, 8))),
    delta: deltas.bySample,
    deltaPanel,
    deltaByUnit: deltas.byUnit,
    gradient: shared.gradient === 0 ? arena.take(weightBytes) : shared.gradient,
    gradientPanel: shared.gradient === 0 ? weightsPanel : 0,
    chunks: arena.take(chunksOf(shared.batch) * Chunk.words * 8),
    panels: arena.take(Math.ceil(outputs / 8) * Panel.words * 8),
    watch,
    saturated: watch === 1 ? arena.take(chunksOf(shared.batch) * roundUp(outputs, 8) * 4) : 0,
    active: shared.active + slot.firstUnit,
    ...planNormalization(arena, slot, shared),
    residual: slot.residual ? 1 : 0,
    skip: shared.skips[index % 2]!,
    skipPanel: shared.deltaPanel,
    softmax: slot.softmax ? 1 : 0
  }
}

/** Rows of a panel of W: inputs, the bias, and γ and β of a layer that is normalized. */
export const rowsOf = ({ inputs, normalization }: LayerSlot): number => inputs + (normalization === null ? 1 : 3)

/** Moments of each unit (batch) or sample (layer normalization), and what chunks add to the gradients of γ and β. */
function planNormalization(arena: Arena, { normalization, outputs }: LayerSlot, { rows, batch }: Shared) {
  const groups = roundUp(normalization === 'batch' ? outputs : rows, 8)
  const take = (bytes: number) => (normalization === null ? 0 : arena.take(bytes))
  return {
    normalization: Normalization[normalization ?? 'none'],
    means: take(groups * 4),
    inverses: take(groups * 4),
    preciseMeans: take(groups * 8),
    variances: take(groups * 8),
    parts: take((chunksOf(batch) + 1) * 2 * roundUp(outputs, 8) * 8)
  }
}

const chunksOf = (samples: number): number => Math.ceil(samples / CHUNK)

/** What is recorded of single units: 1 saturated, 2 dead ones, 0 nothing. */
function watchOf(name: ActivationName): 0 | 1 | 2 {
  const { steepest, dies } = activationEntry(name)
  if (steepest !== null) return 1
  return dies ? 2 : 0
}
