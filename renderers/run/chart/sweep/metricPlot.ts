import type { Dimension, NumericDimension } from '../../numbers/sweep/dimensions'
import type { Drawing } from './svg'
import type { SweepScene } from './sweepScene'
import { metricHeat } from './metricHeat'
import { metricLines } from './metricLines'
import { parallelPlot } from './parallelPlot'

/**
 * The metric against what groups differ in: a line for one numeric parameter, a heatmap for two, parallel coordinates for more. Null where
 * no parameter is numeric: then the small multiples tell it all.
 */
export function metricDrawing(scene: SweepScene): Drawing | null {
  const numeric = scene.dimensions.filter(isNumeric)
  const [first, second] = numeric
  if (!first || scene.groups.every(({ score }) => score === null)) return null
  if (!second) return metricLines(scene, first)
  return numeric.length === 2 && scene.dimensions.length <= 4 ? metricHeat(scene, first, second) : parallelPlot(scene)
}

const isNumeric = (dimension: Dimension): dimension is NumericDimension => dimension.numbers !== null
