import type { Random } from '../engine/random'
import { digestOf } from './digest'
import { DATASETS, resolveOptions } from './options'
import { readShippedRows } from './shipped'
import type { Dataset, DatasetOptions, DatasetSpec, Rows, ShippedName } from './spec'
import { split } from './split'
import { standardize } from './standardize'
import { generate } from './toy'

/**
 * Generates or reads the data set that `spec` names and splits it. Takes streams of `random`;
 * `readShipped` gives the bytes of a shipped file (iris.csv, digits.csv.gz). Throws a `RangeError` for options that make no
 * sense and for damaged files.
 */
export function loadDataset(
  spec: DatasetSpec,
  random: Random,
  readShipped: (name: ShippedName) => Uint8Array
): Dataset {
  const options = resolveOptions(spec)
  const rows = rowsOf(spec, options, random, readShipped)
  const parts = splitAndScale(rows, options, random)
  return {
    name: spec.name,
    task: DATASETS[spec.name].task,
    inputs: rows.width,
    outputs: rows.classNames.length || rows.targets.length / rows.count,
    classNames: rows.classNames,
    ...parts,
    digest: digestOf([parts.train, parts.test])
  }
}

function rowsOf(
  { name }: DatasetSpec,
  options: Partial<DatasetOptions>,
  random: Random,
  readShipped: (name: ShippedName) => Uint8Array
): Rows {
  if (name === 'iris' || name === 'digits') return readShippedRows(name, readShipped(name))
  return generate(name, options, random)
}

function splitAndScale(rows: Rows, options: Partial<DatasetOptions>, random: Random): Pick<Dataset, 'train' | 'test'> {
  const { train, test } = split(rows, options.test_split ?? 0, random.stream('split'))
  return options.standardize === true ? standardize(train, test, rows.width) : { train, test }
}
