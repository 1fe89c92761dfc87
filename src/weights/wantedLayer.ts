import type { NormalizationName } from '../engine'

/** A layer of the net, and what of it the file shall give. */
export interface WantedLayer {
  /** "hidden 1" … "output" */
  readonly name: string
  readonly inputs: number
  readonly outputs: number
  readonly normalization?: NormalizationName
  /** with them comes what the file holds of the layer's normalization */
  readonly weights: boolean
  readonly biases: boolean
}
