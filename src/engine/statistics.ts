import { ROOM, type ScaledRow, type StatisticsRoom, type StepStatistics } from './backend'
import { Measured } from './kernels/fields'
import type { Layout } from './layout'

/** Room of its own for what a step measures; every number 0. */
export const createStatistics = (layout: Layout): StepStatistics => statisticsIn(roomFor(layout), layout)

const roomFor = ({ layers: { length }, units }: Layout): StatisticsRoom => ({
  values: new Float64Array(Measured.rows * length),
  exponents: new Int32Array(Measured.rows * length),
  active: new Uint8Array(units)
})

/** What a step measures, as views of `room`; loss and accuracy are for the caller to write. */
export function statisticsIn(room: StatisticsRoom, { layers: { length } }: Layout): StepStatistics {
  const { values, exponents, active } = room
  const row = (index: Measured): ScaledRow => ({
    value: values.subarray(index * length, (index + 1) * length),
    exponent: exponents.subarray(index * length, (index + 1) * length)
  })
  return {
    [ROOM]: room,
    loss: 0,
    accuracy: 0,
    weightGradientL2: row(Measured.weightGradientL2),
    weightGradientMeanAbs: row(Measured.weightGradientMeanAbs),
    weightGradientMaxAbs: row(Measured.weightGradientMaxAbs),
    biasGradientL2: row(Measured.biasGradientL2),
    deltaRms: row(Measured.deltaRms),
    activationMean: row(Measured.activationMean),
    activationStd: row(Measured.activationStd),
    weightL2: row(Measured.weightL2),
    updateL2: row(Measured.updateL2),
    seen: row(Measured.seen).value,
    saturated: row(Measured.saturated).value,
    active
  }
}

/** Copies all numbers of a step. */
export function copyStatistics(from: StepStatistics, to: StepStatistics): void {
  to[ROOM].values.set(from[ROOM].values)
  to[ROOM].exponents.set(from[ROOM].exponents)
  to[ROOM].active.set(from[ROOM].active)
  to.loss = from.loss
  to.accuracy = from.accuracy
}
