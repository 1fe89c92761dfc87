import { isDatasetName, isShippedName } from '../catalogue'
import type { Random } from '../arithmetic'
import { contents } from './contents'
import { readCsv } from './csv'
import { digestOf } from './digest'
import { readIdxRows } from './idx'
import { readNpyRows } from './npy'
import { resolveOptions } from './options'
import { scale } from './scale'
import { readShippedRows } from './shipped'
import type { DataFiles, DataLimits, Dataset, DatasetSpec, NamedSpec, Rows } from './spec'
import { split } from './split'
import { generate } from './toy'

/**
 * Generates or reads the rows of the data set that `spec` names, in a random stream of their own. Throws a `RangeError` for
 * options that make no sense, for damaged files and for files above `limits`.
 */
export function loadRows(spec: DatasetSpec, random: Random, files: DataFiles, limits: DataLimits): Rows {
  if (isNamed(spec)) return namedRows(spec, random, files)
  switch (spec.name) {
    case 'csv':
      return readCsv(spec, contents(spec.csv, files.named(spec.csv), 'csv', limits.fileBytes), limits)
    case 'idx':
      return readIdxRows(spec, path => files.named(path), limits)
    case 'npy':
      return readNpyRows(spec, path => files.named(path), limits)
  }
}

/**
 * Splits (in a random stream of its own) and scales `rows` as `spec` asks for, in place: they belong to the data set then. Rows
 * that are not `shuffled` keep their order within both parts.
 */
export function prepare(rows: Rows, spec: DatasetSpec, random: Random, shuffled: boolean): Dataset {
  const options = isNamed(spec) ? resolveOptions(spec) : spec
  const { train, test } = split(rows, options.test_split ?? 0, random.stream('split'), shuffled)
  const decisions = scale(rows, { train, test }, options)
  return {
    task: rows.classNames.length > 0 ? 'classification' : 'regression',
    inputs: rows.width,
    outputs: outputsOf(rows),
    classNames: rows.classNames,
    images: rows.images === true,
    train,
    test,
    digest: digestOf([train, test]),
    decisions
  }
}

const isNamed = (spec: DatasetSpec): spec is NamedSpec => isDatasetName(spec.name)

function namedRows(spec: NamedSpec, random: Random, files: DataFiles): Rows {
  const options = resolveOptions(spec)
  const { name } = spec
  return isShippedName(name) ? readShippedRows(name, files.shipped(name)) : generate(name, options, random)
}

/** Classes, or a regression's targets. */
export const outputsOf = ({ classNames, targets, count }: Rows): number => classNames.length || targets.length / count
