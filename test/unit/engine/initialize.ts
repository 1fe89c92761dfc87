import type { Random } from '../../../src/arithmetic'
import { initializeInto } from '../../../src/engine/initializer'
import type { Layout } from '../../../src/engine/layout'
import type { LayerSpec } from '../../../src/engine/spec'

/** Fresh parameters [layout.parameters] in float64. */
export const initialize = (layers: readonly LayerSpec[], layout: Layout, random: Random): Float64Array =>
  initializeInto(new Float64Array(layout.parameters), layers, layout, random)
