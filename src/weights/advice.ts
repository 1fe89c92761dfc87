import { quoted } from './quoted'
import type { Tensor } from './safetensors'
import { TEXTS } from './texts'

const MOST_NAMES = 20

/** The line of Python that gives modules the numbers of their layers; the person puts their names into order. */
export function renamingLine(file: string, paths: readonly string[]): string {
  const names = paths.slice(0, MOST_NAMES).map(quoted).join(', ') + (paths.length > MOST_NAMES ? ', …' : '')
  return TEXTS.advice.renaming(quoted(file), names)
}

/** The hidden layers that the file's matrices make if they follow each other: "; its layers are 2 → 16 → 2 (hidden_layers: [16])". */
export function fittingLayers(weights: readonly (Tensor | undefined)[]): string {
  const matrices = weights.flatMap(weight => (weight !== undefined && weight.shape.length > 1 ? [weight.shape] : []))
  const fits = matrices.every(({ length }, i) => length === 2 && (i === 0 || matrices[i]![1] === matrices[i - 1]![0]))
  if (!fits || matrices.length === 0 || matrices.length > MOST_NAMES) return ''
  return TEXTS.advice.itsLayers([matrices[0]![1]!, ...matrices.map(([outputs]) => outputs!)])
}

/** What to say where Keras's form of a matrix would fit. */
export const transposeAdvice = (shape: readonly number[], due: readonly number[]): string =>
  shape.length === 2 && due.length === 2 && shape[0] === due[1] && shape[1] === due[0] ? TEXTS.advice.transpose : ''

/** What to say of names as Keras and JAX have them. */
export const kerasAdvice = (names: readonly string[]): string =>
  names.some(name => /(^|[./])kernel$/.test(name)) ? TEXTS.advice.keras : ''

/** What to say of a file of a normalized net where the cell's is not. `parts`: what stands after the last points of names. */
export function normalizationAdvice(parts: readonly string[], holds: boolean): string {
  if (!holds) return ''
  return TEXTS.advice.normalized(parts.includes('running_mean') ? 'batch' : 'layer')
}
