import type { Experiment } from './experiment'

/** The paths of the files that the cell names, each once, as they stand in it. */
export function pathsOf({ dataset }: Experiment): string[] {
  if (dataset.name === 'csv') return [dataset.csv]
  return dataset.name === 'idx' ? [...new Set([dataset.idx.images, dataset.idx.labels])] : []
}

/** Why `path` cannot be looked up in the notebook's folder, or null. Both slashes count, as notebooks travel. */
export function pathProblem(path: string): string | null {
  if (path.includes('\0')) return `${JSON.stringify(path)} is not the name of a file`
  return leavesFolder(path)
    ? `${path} lies outside the notebook's folder; cells may only read files in it: move the file there`
    : null
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
