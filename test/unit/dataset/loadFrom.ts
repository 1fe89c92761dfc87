import {
  loadRows,
  prepare,
  type DataFiles,
  type DataLimits,
  type Dataset,
  type DatasetSpec
} from '../../../src/dataset'
import { createRandom } from '../../../src/engine'

export const LIMITS: DataLimits = { samples: 1_000_000, dataNumbers: 100_000_000, fileBytes: 200_000_000 }

const none = (name: string): never => {
  throw new Error(`no file ${name}`)
}

/** The data set whose files are those given. */
export function loadFrom(
  spec: DatasetSpec,
  files: Partial<DataFiles>,
  seed = 0,
  limits = LIMITS,
  shuffled = true
): Dataset {
  const random = createRandom(seed)
  return prepare(loadRows(spec, random, { shipped: none, named: none, ...files }, limits), spec, random, shuffled)
}
