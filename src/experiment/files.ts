import { DATASETS } from '../catalogue'
import { arrayPath } from '../text'
import type { DatasetSpec, Experiment, InitializerSpec } from './experiment'
import { isNamedDataset } from './schema/dataset'
import { TEXTS } from './texts/texts'

/** The bytes of the files that a run reads: shipped ones by their name ("iris.csv"), others by their path in the cell. */
export type Files = Readonly<Record<string, Uint8Array>>

/** The files that one or several runs read. */
export interface FileNames {
  readonly shipped: readonly string[]
  /** their paths, as they stand in cells */
  readonly named: readonly string[]
}

/** The files of several experiments, each once. */
export function fileNames(experiments: Iterable<Experiment>): FileNames {
  const [shipped, named] = [new Set<string>(), new Set<string>()]
  for (const experiment of experiments) {
    filesOf(experiment).forEach(name => shipped.add(name))
    pathsOf(experiment).forEach(path => named.add(path))
  }
  return { shipped: [...shipped], named: [...named] }
}

/** The names of the shipped files that `experiment` reads; `pathsOf` gives those that its cell names. */
export function filesOf({ dataset }: Experiment): string[] {
  const file = isNamedDataset(dataset) ? DATASETS[dataset.name].file : null
  return file === null ? [] : [file]
}

/** The paths of the files that the cell names, each once, as they stand in it. */
export function pathsOf({ dataset, initializer, bias_initializer }: Experiment): string[] {
  return [...new Set([...pathsOfData(dataset), ...[...initializer, ...bias_initializer].flatMap(pathsOfWeights)])]
}

function pathsOfData(dataset: DatasetSpec): string[] {
  if (dataset.name === 'csv') return [dataset.csv]
  if (dataset.name === 'npy') return [dataset.npy.inputs, dataset.npy.labels].map(path => arrayPath(path).file)
  return dataset.name === 'idx' ? [dataset.idx.images, dataset.idx.labels] : []
}

const pathsOfWeights = (spec: InitializerSpec): string[] => (spec.name === 'safetensors' ? [spec.safetensors] : [])

/** Why `path` cannot be looked up in the notebook's folder, or null. Both slashes count, as notebooks travel. */
export function pathProblem(path: string): string | null {
  if (path.includes('\0')) return TEXTS.files.noName(JSON.stringify(path))
  return leavesFolder(path) ? TEXTS.files.outside(path) : null
}

/** True for absolute paths, drives, and where `..` climbs above the start. */
function leavesFolder(path: string): boolean {
  if (/^[\\/]|^[a-z]:/i.test(path)) return true
  let depth = 0
  for (const step of path.split(/[\\/]/)) {
    if (step === '..') depth--
    else if (step !== '' && step !== '.') depth++
    if (depth < 0) return true
  }
  return false
}
