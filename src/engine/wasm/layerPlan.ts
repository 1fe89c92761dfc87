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
  return {
    inputs,
    outputs,
    activation: Activation[spec.activation.name],
    slope: spec.activation.name === 'leaky_relu' ? spec.activation.negative_slope : 0,
    input: source.bySample,
    inputPanel: source.panel,
    inputByUnit: source.byUnit,
    ...planValues(arena, spec, slot, shared),
    ...planWeights(arena, slot, index, shared),
    ...planLayerDeltas(arena, outputs, index, shared),
    ...planStatistics(arena, spec.activation.name, slot, shared),
    ...planNormalization(arena, slot, shared),
    residual: slot.residual ? 1 : 0,
    skip: shared.skips[index % 2]!,
    skipPanel: shared.deltaPanel,
    softmax: slot.softmax ? 1 : 0
  }
}

/** What goes forward through the layer: z, y, φ(y) and a, which share their place where they are the same. */
function planValues(arena: Arena, { activation }: LayerSpec, slot: LayerSlot, { rows, batch }: Shared) {
  const { outputs } = slot
  const panel = panelOf(outputs)
  const values = () => arena.take(Math.ceil(rows / 8) * panel)
  const z = values()
  const y = slot.normalization === null ? z : values()
  const value = activation.name === 'linear' ? y : values()
  const a = slot.residual || slot.softmax ? values() : value
  return { z, y, value, a, panel, aByUnit: arena.take(panelBytes(outputs, roundUp(batch, 8))) }
}

/** W in both forms, and what training keeps in the form of W: the optimizer's state and the gradient. */
function planWeights(arena: Arena, slot: LayerSlot, index: number, { states, gradient }: Shared) {
  const { inputs, outputs } = slot
  const weightsPanel = panelOf(rowsOf(slot))
  const weightBytes = Math.ceil(outputs / 8) * weightsPanel
  const state = (wanted: boolean) => (wanted ? arena.take(weightBytes) : 0)
  return {
    weights: arena.take(weightBytes),
    weightsPanel,
    transposed: index === 0 ? 0 : arena.take(panelBytes(inputs, roundUp(outputs, 8))),
    transposedPanel: roundUp(outputs, 8) * ROW,
    state: state(states > 0),
    secondState: state(states > 1),
    gradient: gradient === 0 ? arena.take(weightBytes) : gradient,
    gradientPanel: gradient === 0 ? weightsPanel : 0
  }
}

/** The layer's own deltas, or the room that it shares with every other layer. */
function planLayerDeltas(arena: Arena, outputs: number, index: number, { batch, deltas, deltaPanel }: Shared) {
  const panel = panelOf(outputs)
  const { bySample, byUnit } = deltas?.[index % 2] ?? planDeltas(arena, batch, outputs, panel)
  return { delta: bySample, deltaPanel: deltas === null ? panel : deltaPanel, deltaByUnit: byUnit }
}

/** What is recorded of the layer: sums by chunks of samples and by panels of units, and counts of saturated or dead units. */
function planStatistics(arena: Arena, name: ActivationName, { outputs, firstUnit }: LayerSlot, shared: Shared) {
  const chunks = chunksOf(shared.batch)
  const watch = watchOf(name)
  return {
    chunks: arena.take(chunks * Chunk.words * 8),
    panels: arena.take(Math.ceil(outputs / 8) * Panel.words * 8),
    watch,
    saturated: watch === 1 ? arena.take(chunks * roundUp(outputs, 8) * 4) : 0,
    active: shared.active + firstUnit
  }
}

/** Bytes of a panel of so many rows. */
const panelOf = (rows: number): number => roundUp(rows, 4) * ROW

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
