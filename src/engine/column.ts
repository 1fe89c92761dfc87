import {
  CURVE_NAMES,
  QUANTITY_NAMES,
  absent,
  emptyTable,
  exponentOf,
  mantissaOf,
  put,
  scaled,
  type Column,
  type CurveName,
  type QuantityName,
  type Scaled,
  type Table
} from '../record'
import { activationOf } from './activation'
import type { Backend, ScaledRow, StepStatistics } from './backend'
import type { Evaluation } from './evaluate'
import type { Layout } from './layout'
import { quantiles } from './quantile'
import { ScaledMeans } from './scaledMeans'
import type { TrainingTask } from './spec'

/** Quantities whose column is the mean of what each step measured, with the name of that measurement. */
const AVERAGED = {
  weight_gradient_l2: 'weightGradientL2',
  weight_gradient_mean_abs: 'weightGradientMeanAbs',
  weight_gradient_max_abs: 'weightGradientMaxAbs',
  bias_gradient_l2: 'biasGradientL2',
  delta_rms: 'deltaRms',
  activation_mean: 'activationMean',
  activation_std: 'activationStd',
  weight_l2: 'weightL2'
} as const satisfies Partial<Record<QuantityName, keyof StepStatistics>>

const isAveraged = (name: QuantityName): name is keyof typeof AVERAGED => Object.hasOwn(AVERAGED, name)

/** In the order of `QUANTILE_OF`'s places. */
const FRACTIONS = [0.01, 0.5, 0.99] as const
const QUANTILE_OF = { z_q01: 0, z_q50: 1, z_q99: 2 } as const

/** Gathers what the steps of one epoch measured and makes the epoch's column of it. */
export class ColumnBuilder {
  private readonly means: Record<keyof typeof AVERAGED, ScaledMeans>
  private readonly averaged: readonly (readonly [ScaledMeans, (typeof AVERAGED)[keyof typeof AVERAGED]])[]
  private readonly updateRatio: ScaledMeans
  private readonly saturated: ScaledMeans
  private readonly underflow: ScaledMeans
  private readonly overflow: ScaledMeans
  private readonly curves = new ScaledMeans(2) // loss, accuracy
  private readonly activations
  private readonly layerCount: number
  private readonly active: Uint8Array // [units] 1: not 0 for some sample of some step
  private zQuantiles: readonly (readonly number[])[] | null = null // [layers][3]

  constructor(
    task: TrainingTask,
    private readonly layout: Layout,
    private readonly backend: Backend
  ) {
    this.layerCount = layout.layers.length
    const means = Object.keys(AVERAGED).map(name => [name, new ScaledMeans(this.layerCount)])
    this.means = Object.fromEntries(means) as typeof this.means
    this.averaged = Object.entries(AVERAGED).map(([name, measured]) => [
      this.means[name as keyof typeof AVERAGED],
      measured
    ])
    this.updateRatio = new ScaledMeans(this.layerCount)
    this.saturated = new ScaledMeans(this.layerCount)
    this.underflow = new ScaledMeans(this.layerCount)
    this.overflow = new ScaledMeans(this.layerCount)
    this.activations = task.layers.map(layer => activationOf(layer.activation))
    this.active = new Uint8Array(layout.units)
  }

  /** Forgets all steps and the quantiles. */
  reset(): void {
    this.zQuantiles = null
    this.forgetSteps()
  }

  /** Forgets all steps, and which units were active. */
  forgetSteps(): void {
    const { updateRatio, saturated, underflow, overflow, curves } = this
    for (const mean of [...Object.values(this.means), updateRatio, saturated, underflow, overflow, curves]) mean.reset()
    this.active.fill(0)
  }

  /** Takes up what a step measured; `updated`: the optimizer made a step. */
  addStep(statistics: StepStatistics, updated: boolean): void {
    this.curves.add(0, statistics.loss)
    if (!Number.isNaN(statistics.accuracy)) this.curves.add(1, statistics.accuracy)
    for (const [means, measured] of this.averaged) addRow(means, statistics[measured])
    this.activations.forEach(({ steepest, dies }, layer) => {
      if (steepest !== null) this.saturated.add(layer, statistics.saturated[layer]!)
      if (dies) this.addActive(statistics, layer)
    })
    this.addLosses(statistics)
    if (updated) this.addUpdateRatios(statistics)
  }

  /** Mean loss of the steps so far. */
  get loss(): Scaled {
    return this.curves.mean(0)
  }

  /** Takes up the quantiles of z of the last step, before `predict` overwrites them. */
  addQuantiles(): void {
    this.zQuantiles = this.layout.layers.map((_, layer) =>
      quantiles(new Float64Array(this.backend.preactivations(layer)), FRACTIONS)
    )
  }

  /** The column of `epoch`; quantiles of z "do not apply" without `addQuantiles`. */
  build(epoch: number, test: Evaluation | null): Column {
    const tables = QUANTITY_NAMES.map(name => [name, this.quantity(name)])
    const curves = CURVE_NAMES.map(name => [name, row(1, () => this.curve(name, test))])
    return {
      epoch,
      curves: Object.fromEntries(curves) as Column['curves'],
      quantities: Object.fromEntries(tables) as Column['quantities']
    }
  }

  private curve(name: CurveName, test: Evaluation | null): Scaled {
    switch (name) {
      case 'loss':
        return this.curves.mean(0)
      case 'accuracy':
        return this.curves.mean(1)
      case 'test_loss':
        return test === null ? absent : scaled(test.loss)
      case 'test_accuracy':
        return test === null || test.accuracy === null ? absent : scaled(test.accuracy)
    }
  }

  private quantity(name: QuantityName): Table {
    if (isAveraged(name)) return row(this.layerCount, layer => this.means[name].mean(layer))
    switch (name) {
      case 'z_q01':
      case 'z_q50':
      case 'z_q99':
        return row(this.layerCount, layer => this.zQuantile(layer, QUANTILE_OF[name]))
      case 'saturated_fraction':
        return row(this.layerCount, layer => this.saturated.mean(layer))
      case 'underflow_fraction':
        return row(this.layerCount, layer => this.underflow.mean(layer))
      case 'overflow_fraction':
        return row(this.layerCount, layer => this.overflow.mean(layer))
      case 'dead_fraction':
        return row(this.layerCount, layer => this.dead(layer))
      case 'update_ratio':
        return row(this.layerCount, layer => this.updateRatio.mean(layer))
    }
  }

  private dead(layer: number): Scaled {
    if (!this.activations[layer]!.dies) return absent
    const { firstUnit, outputs } = this.layout.layers[layer]!
    const active = this.active.subarray(firstUnit, firstUnit + outputs)
    return scaled(active.filter(flag => flag === 0).length / outputs)
  }

  private zQuantile(layer: number, place: number): Scaled {
    return this.zQuantiles === null ? absent : scaled(this.zQuantiles[layer]![place]!)
  }

  private addActive({ active }: StepStatistics, layer: number): void {
    const { firstUnit, outputs } = this.layout.layers[layer]!
    for (let unit = firstUnit; unit < firstUnit + outputs; unit++)
      this.active[unit] = this.active[unit]! | active[unit]!
  }

  /** Gradients that the backend's precision could not show the optimizer. */
  private addLosses({ seen, weightGradientMaxAbs, biasGradientL2 }: StepStatistics): void {
    for (let layer = 0; layer < this.layerCount; layer++) {
      const size = Math.max(weightGradientMaxAbs.value[layer]!, biasGradientL2.value[layer]!)
      this.underflow.add(layer, seen[layer] === 0 && size !== 0 ? 1 : 0)
      this.overflow.add(layer, seen[layer] === Infinity && Number.isFinite(size) ? 1 : 0)
    }
  }

  /** Steps where ‖W‖ = 0 have no ratio and stay out of the mean. */
  private addUpdateRatios({ updateL2, weightL2 }: StepStatistics): void {
    for (let layer = 0; layer < this.layerCount; layer++) {
      const step = updateL2.value[layer]!
      const weight = weightL2.value[layer]!
      if (weight === 0) continue
      const steps = updateL2.exponent[layer]! + exponentOf(step)
      const weights = weightL2.exponent[layer]! + exponentOf(weight)
      this.updateRatio.add(layer, mantissaOf(step) / mantissaOf(weight), steps - weights)
    }
  }
}

function addRow(means: ScaledMeans, { value, exponent }: ScaledRow): void {
  for (let layer = 0; layer < value.length; layer++) means.add(layer, value[layer]!, exponent[layer]!)
}

/** A table of one column from a number for each layer. */
function row(layers: number, number: (layer: number) => Scaled): Table {
  const table = emptyTable(1, layers)
  for (let layer = 0; layer < layers; layer++) put(table, 0, layer, number(layer))
  return table
}
