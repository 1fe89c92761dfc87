import { suggesting, type Problem } from './problem'
import { scalarHint } from './scalarHint'
import { isNamed } from '../schema/keys'
import { badName, noName } from './nameProblems'
import type { Path } from '../path'
import type { Source } from '../source'
import { isMappingOrList, label, not, typeName } from './words'

/** A value that is not what its key takes, or a key that must be there and is not. */
export function wrongType(expected: string, value: unknown, path: Path, source: Source): Problem {
  const range = source.rangeOf(path)
  if (value === undefined) return { code: 'missing-key', message: missingSentence(path), ...range }
  if (expected === 'object' && isNamed(path) && !isMappingOrList(value)) return noName(value, path, source)
  if (path[0] === 'name' && typeof value === 'number') return badName(value, path, source)
  const { words, text } = scalarHint(value, expected, path, source.textAt(range))
  const example = Object.hasOwn(EXAMPLES, label(path)) ? EXAMPLES[label(path)] : undefined
  const hint = words || (example === undefined ? '' : `, for example ${example}`)
  const message = `${label(path)} must be ${typeName(expected)}${not(value)}${hint}`
  return { code: 'wrong-type', message, ...range, ...suggesting(text) }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  stop: '{loss_below: 0.1}',
  'dataset.idx': '{images: …, labels: …}',
  'dataset.npy': '{inputs: …, labels: …}'
}

/** How the keys that have no default are written. */
const NEEDED: Readonly<Record<string, string>> = {
  'hidden_layers.depth': 'hidden_layers needs depth, the number of layers: {depth: 3, units: 32}',
  'hidden_layers.units': 'hidden_layers needs units, the width of each layer: {depth: 3, units: 32}',
  'dataset.target': 'dataset needs target, the column to predict: {csv: data.csv, target: column}',
  'dataset.csv': 'dataset needs csv, the path of the file: {csv: data.csv, target: column}',
  'dataset.idx': 'dataset needs idx, the two files: {idx: {images: …, labels: …}}',
  'dataset.idx.images': 'dataset.idx needs images, the file with the pixels: {images: …, labels: …}',
  'dataset.idx.labels': 'dataset.idx needs labels, the file with the classes: {images: …, labels: …}',
  'dataset.npy': 'dataset needs npy, the two arrays: {npy: {inputs: …, labels: …}}',
  'dataset.npy.inputs': 'dataset.npy needs inputs, the array to learn from: {inputs: inputs.npy, labels: labels.npy}',
  'dataset.npy.labels': 'dataset.npy needs labels, the array to predict: {inputs: inputs.npy, labels: labels.npy}'
}

function missingSentence(path: Path): string {
  if (path.at(-1) === 'safetensors')
    return `${label(path.slice(0, -1))} needs the path of the file: {safetensors: weights.safetensors}`
  return NEEDED[label(path)] ?? `${label(path.slice(0, -1))} needs ${String(path.at(-1))}`
}
