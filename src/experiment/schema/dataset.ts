import * as z from 'zod'
import { DATASETS, isDatasetName, type NamedDataset, type Task } from '../../catalogue'
import { arrayPath } from '../../text'
import { csv } from './csv'
import { file, standardizeBy, test_split } from './dataOptions'
import { npy } from './npy'
import { formsOf, type NamedUnion } from './parameters'
import { TEXTS } from '../texts/texts'

export type { Task } from '../../catalogue'

const idx = z
  .strictObject({
    name: z.literal('idx'),
    idx: z
      .strictObject({
        images: file(TEXTS.dataDocs.idx.images, 'train-images-idx3-ubyte.gz'),
        labels: file(TEXTS.dataDocs.idx.labels, 'train-labels-idx1-ubyte.gz')
      })
      .meta({ description: TEXTS.dataDocs.idx.idx }),
    samples: z.int().gte(2).nullable().default(null).meta({ description: TEXTS.dataDocs.idx.samples }),
    test_split,
    standardize: standardizeBy(false)
  })
  .meta({ description: TEXTS.dataDocs.idx.form })

/** Where samples come from. */
export const dataset = z.discriminatedUnion('name', [
  ...formsOf(DATASETS),
  csv,
  idx,
  npy
]) as unknown as NamedUnion<DatasetSpec>

export type DatasetSpec = NamedDataset | z.output<typeof csv> | z.output<typeof idx> | z.output<typeof npy>

/** Whether the data set is what its name says, not files of the user's. */
export const isNamedDataset = (dataset: DatasetSpec): dataset is NamedDataset => isDatasetName(dataset.name)

/** What the data set is for; null where its file decides. */
export function taskOf(dataset: DatasetSpec): Task | null {
  if (isNamedDataset(dataset)) return DATASETS[dataset.name].task
  if (dataset.name === 'csv') return targetsOf(dataset).length > 1 ? 'regression' : dataset.task
  return dataset.name === 'npy' ? dataset.task : 'classification'
}

/** The target columns of a CSV file. */
export const targetsOf = ({ target }: Extract<DatasetSpec, { name: 'csv' }>): readonly string[] =>
  typeof target === 'string' ? [target] : target

/** What people call the data set: its name, or its file's without the folder. */
export function dataName(dataset: DatasetSpec): string {
  if (dataset.name === 'csv') return fileName(dataset.csv)
  if (dataset.name === 'npy') return fileName(arrayPath(dataset.npy.inputs).file)
  return dataset.name === 'idx' ? fileName(dataset.idx.images) : dataset.name
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || path
