import type { Entry, Parameter, Parameters, SpecOf, ValuesOf } from './entry'

/** What a net learns to tell: a class of each sample, or numbers. */
export type Task = 'classification' | 'regression'

/** A data set that a name alone can stand for: generated, or shipped with the extension. */
export interface DatasetEntry extends Entry {
  readonly task: Task
  readonly parameters: Parameters
  /** features of a row, and rows in all: a number, or the parameter that says it */
  readonly inputs: number | 'inputs'
  /** mean square of the inputs, as they come without noise and not standardized, to two digits */
  readonly inputSquare: number
  readonly samples: number | 'samples'
  /** classes, or a regression's targets */
  readonly outputs: number | 'classes'
  /** where it ships, below media/datasets; null: it is generated */
  readonly file: string | null
}

const samples = {
  default: 512,
  whole: true,
  atLeast: 2,
  description: 'How many points are drawn, training and test together.'
} satisfies Parameter
const noise = { default: 0.1, atLeast: 0, description: 'Standard deviation of the noise.' } satisfies Parameter
const classes = {
  default: 2,
  whole: true,
  atLeast: 2,
  atMost: 20,
  description: 'How many classes.'
} satisfies Parameter
const inputs = {
  default: 2,
  whole: true,
  atLeast: 1,
  atMost: 10_000,
  description: 'How many inputs a sample has.'
} satisfies Parameter

/** Parameters that data from files have too. */
export const TEST_SPLIT = {
  default: 0.2,
  atLeast: 0,
  below: 1,
  description: 'The share kept for testing; 0 for none.'
} satisfies Parameter
/** The option to standardize inputs, for data that do so, or do not, where nothing is said. */
export const standardizeBy = (preset: boolean) =>
  ({
    default: preset,
    description: 'Shift and scale each input to mean 0 and variance 1 (of the training set).'
  }) satisfies Parameter

const parts = { test_split: TEST_SPLIT, standardize: standardizeBy(false) }
const toy = { samples, noise, ...parts }
const planar = { inputs: 2, samples: 'samples', file: null } as const
const twoClasses = { task: 'classification', parameters: toy, ...planar, outputs: 2 } as const
const severalClasses = {
  task: 'classification',
  parameters: { samples, noise, classes, ...parts },
  ...planar,
  outputs: 'classes'
} as const

/** Every data set. The order is that of completions, that of the parameters is that of records. */
export const DATASETS = {
  circle: { description: 'A disc inside a ring: two classes.', ...twoClasses, inputSquare: 0.16 },
  xor: { description: 'Four quadrants, opposite ones share a class.', ...twoClasses, inputSquare: 0.35 },
  moons: { description: 'Two interleaving half circles.', ...twoClasses, inputSquare: 0.5 },
  gaussian: { description: 'A normal cloud for each class.', ...severalClasses, inputSquare: 0.56 },
  spiral: { description: 'An arm of a spiral for each class.', ...severalClasses, inputSquare: 0.17 },
  plane: {
    description: 'Regression: y is a linear function of two inputs.',
    task: 'regression',
    parameters: toy,
    ...planar,
    inputSquare: 0.33,
    outputs: 1
  },
  sine: {
    description: 'Regression: y is a sine of one input.',
    task: 'regression',
    parameters: toy,
    ...planar,
    inputs: 1,
    inputSquare: 0.33,
    outputs: 1
  },
  random: {
    description: 'Standard normal inputs with random labels, for studies of signals.',
    task: 'classification',
    parameters: { samples, inputs, classes, ...parts },
    inputs: 'inputs',
    inputSquare: 1,
    samples: 'samples',
    outputs: 'classes',
    file: null
  },
  iris: {
    description: "Fisher's iris: 150 flowers, four measures, three classes.",
    task: 'classification',
    parameters: { test_split: TEST_SPLIT, standardize: standardizeBy(true) },
    inputs: 4,
    inputSquare: 15.9,
    samples: 150,
    outputs: 3,
    file: 'iris.csv'
  },
  digits: {
    description: 'Handwritten digits: 1,797 pictures of 8 × 8 pixels, ten classes.',
    task: 'classification',
    parameters: parts,
    inputs: 64,
    inputSquare: 0.23,
    samples: 1797,
    outputs: 10,
    file: 'digits.csv.gz'
  }
} as const satisfies Readonly<Record<string, DatasetEntry>>

/** The named data sets: generators and shipped files. */
export type DatasetName = keyof typeof DATASETS
/** All of them, in the order of the catalogue. */
export const DATASET_NAMES = Object.keys(DATASETS) as DatasetName[]

/** Whether `text` names a data set; aliases do not. */
export const isDatasetName = (text: string): text is DatasetName => Object.hasOwn(DATASETS, text)

/** The data sets that ship with the extension. */
export type ShippedName = {
  [Name in DatasetName]: (typeof DATASETS)[Name]['file'] extends string ? Name : never
}[DatasetName]

/** Whether the data set `name` is a shipped file; all others are drawn. */
export const isShippedName = (name: DatasetName): name is ShippedName => DATASETS[name].file !== null

/** What a cell says of a named data set, with every parameter. */
export type NamedDataset = SpecOf<typeof DATASETS>

/** Every parameter that some named data set has. */
export type DatasetOptions = ValuesOf<{ parameters: typeof severalClasses.parameters & { inputs: typeof inputs } }>
