import * as z from 'zod'

/** Keys that several data sets have. */
export const test_split = z
  .number()
  .gte(0)
  .lt(1)
  .default(0.2)
  .meta({ description: 'The share kept for testing; 0 for none.' })

export const standardizeBy = (preset: boolean) =>
  z
    .boolean()
    .default(preset)
    .meta({ description: 'Shift and scale each input to mean 0 and variance 1 (of the training set).' })

export const file = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] })
