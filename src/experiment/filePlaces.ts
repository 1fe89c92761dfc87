import { visit } from 'yaml'
import { arrayPath } from '../text'
import type { Experiment } from './experiment'
import { pathsOf } from './files'
import type { Range } from './problems/problem'
import { readYaml } from './readYaml'

/** A file that a cell names, where it does. */
export interface FilePlace extends Range {
  readonly path: string
}

/** The files that a cell names, each where it does first; `experiments` are what `text` says. Those of a cell that it extends are told there. */
export function filePlaces(text: string, experiments: readonly Experiment[]): FilePlace[] {
  const wanted = new Set(experiments.flatMap(pathsOf))
  const places: FilePlace[] = []
  visit(readYaml(text).document, {
    Scalar(key, { value, range }) {
      const path = typeof value === 'string' ? arrayPath(value).file : ''
      if (key !== 'key' && range && wanted.delete(path)) places.push({ path, start: range[0], end: range[1] })
    }
  })
  return places
}
