import * as z from 'zod'
import { arrayPath } from '../../text'
import { file, standardizeBy, test_split } from './dataOptions'
import { npy } from './npy'

const samples = z
  .int()
  .gte(2)
  .default(512)
  .meta({ description: 'How many points are drawn, training and test together.' })
const noise = z.number().gte(0).default(0.1).meta({ description: 'Standard deviation of the noise.' })
const standardize = standardizeBy(false)
const classesFrom2 = z.int().gte(2).lte(20).default(2).meta({ description: 'How many classes.' })
const inputs = z.int().gte(1).lte(10_000).default(2).meta({ description: 'How many inputs a sample has.' })

const toy = <Name extends string>(name: Name, description: string) =>
  z.strictObject({ name: z.literal(name), samples, noise, test_split, standardize }).meta({ description })
const toyOfClasses = <Name extends string>(name: Name, description: string) =>
  z
    .strictObject({ name: z.literal(name), samples, noise, classes: classesFrom2, test_split, standardize })
    .meta({ description })

const column = z.string().min(1).meta({ description: 'The name of a column.' })

const csv = z
  .strictObject({
    name: z.literal('csv'),
    csv: file('The file: UTF-8, values separated by commas, the names of the columns in its first line.', 'data.csv'),
    target: z.union([column, z.array(column).min(1)]).meta({
      description: 'The column to predict, or a list of several numbers. All other columns are inputs.',
      examples: ['column']
    }),
    task: z.enum(['classification', 'regression']).nullable().default(null).meta({
      description:
        'What the target is. Without it: several columns are a regression; text is a class; numbers are classes when they are whole numbers, at most 20 different ones and at most half as many as rows, else a regression.'
    }),
    test_split,
    standardize: standardizeBy(true)
  })
  .meta({ description: 'Rows of a CSV file beside the notebook.' })

const idx = z
  .strictObject({
    name: z.literal('idx'),
    idx: z
      .strictObject({
        images: file(
          'The pixels: an IDX file of unsigned bytes, plain or .gz; brought into [0, 1].',
          'train-images-idx3-ubyte.gz'
        ),
        labels: file(
          'The classes, one a picture: an IDX file of unsigned bytes, plain or .gz.',
          'train-labels-idx1-ubyte.gz'
        )
      })
      .meta({ description: 'The two files of pictures and labels.' }),
    samples: z
      .int()
      .gte(2)
      .nullable()
      .default(null)
      .meta({ description: 'Take the first so many pictures; all if left out.' }),
    test_split,
    standardize
  })
  .meta({ description: "Pictures with labels in MNIST's form." })

/** Where samples come from. */
export const dataset = z.discriminatedUnion('name', [
  toy('circle', 'A disc inside a ring: two classes.'),
  toy('xor', 'Four quadrants, opposite ones share a class.'),
  toy('moons', 'Two interleaving half circles.'),
  toyOfClasses('gaussian', 'A normal cloud for each class.'),
  toyOfClasses('spiral', 'An arm of a spiral for each class.'),
  toy('plane', 'Regression: y is a linear function of two inputs.'),
  toy('sine', 'Regression: y is a sine of one input.'),
  z
    .strictObject({
      name: z.literal('random'),
      samples,
      inputs,
      classes: classesFrom2,
      test_split,
      standardize
    })
    .meta({ description: 'Standard normal inputs with random labels, for studies of signals.' }),
  z.strictObject({ name: z.literal('iris'), test_split, standardize: standardizeBy(true) }).meta({
    description: "Fisher's iris: 150 flowers, four measures, three classes."
  }),
  z.strictObject({ name: z.literal('digits'), test_split, standardize }).meta({
    description: 'Handwritten digits: 1,797 pictures of 8 × 8 pixels, ten classes.'
  }),
  csv,
  idx,
  npy
])

export type DatasetSpec = z.output<typeof dataset>
export type DatasetName = DatasetSpec['name']

export type Task = 'classification' | 'regression'

/** The data sets whose target is a number, not a class. */
const REGRESSION_DATASETS: readonly DatasetName[] = ['plane', 'sine']

/** What the data set is for; null where its file decides. */
export function taskOf(dataset: DatasetSpec): Task | null {
  if (dataset.name === 'csv') return targetsOf(dataset).length > 1 ? 'regression' : dataset.task
  if (dataset.name === 'npy') return dataset.task
  return REGRESSION_DATASETS.includes(dataset.name) ? 'regression' : 'classification'
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
