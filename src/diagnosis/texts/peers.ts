import { listed, number } from './numbers'

/** What is said of peers' rules. Those of their names that are words are here, the others plain in their files. */
export const PEER_TEXTS = {
  overfit: 'Overfit',
  overtraining: 'Overtraining',
  names: { sagemaker: 'SageMaker Debugger', autotrainer: 'AUTOTRAINER' },
  message: (peer: string, rule: string, layers: readonly string[], epoch: number, value: number, threshold: number) =>
    `${peer}'s rule ${rule} fires ${epoch === 0 ? 'before any update' : `in epoch ${epoch}`}${layers.length === 0 ? '' : ` for ${listed(layers)}`}: ${number(value)}, where ${number(threshold)} is the limit.`,
  why: (peer: string) =>
    `The cell asks for the published rules of ${peer}, with their own limits. They look at what was measured, not at what caused it.`
}
