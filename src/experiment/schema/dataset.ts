import * as z from 'zod'

const samples = z
  .int()
  .gte(2)
  .default(512)
  .meta({ description: 'How many points are drawn, training and test together.' })
const noise = z.number().gte(0).default(0.1).meta({ description: 'Standard deviation of the noise.' })
const test_split = z.number().gte(0).lt(1).default(0.2).meta({ description: 'The share kept for testing; 0 for none.' })
const standardizeBy = (preset: boolean) =>
  z
    .boolean()
    .default(preset)
    .meta({ description: 'Shift and scale each input to mean 0 and variance 1 (of the training set).' })
const standardize = standardizeBy(false)
const classesFrom2 = z.int().gte(2).lte(20).default(2).meta({ description: 'How many classes.' })
const inputs = z.int().gte(1).lte(10_000).default(2).meta({ description: 'How many inputs a sample has.' })

const toy = <Name extends string>(name: Name, description: string) =>
  z.strictObject({ name: z.literal(name), samples, noise, test_split, standardize }).meta({ description })
const toyOfClasses = <Name extends string>(name: Name, description: string) =>
  z
    .strictObject({ name: z.literal(name), samples, noise, classes: classesFrom2, test_split, standardize })
    .meta({ description })

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
  })
])

export type DatasetSpec = z.output<typeof dataset>
export type DatasetName = DatasetSpec['name']

/** The data sets whose target is a number, not a class. */
export const REGRESSION_DATASETS: readonly DatasetName[] = ['plane', 'sine']
