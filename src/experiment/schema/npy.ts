import * as z from 'zod'
import { file, standardize_target, standardizeBy, test_split } from './dataOptions'

const PLACE = 'an .npy file, plain or .gz, or an array of an .npz archive by its name after the file’s: data.npz/x'

/** NumPy arrays. */
export const npy = z
  .strictObject({
    name: z.literal('npy'),
    npy: z
      .strictObject({
        inputs: file(
          `The inputs, [samples × …]: ${PLACE}. More than two dimensions are flattened sample by sample; a single one is one input.`,
          'inputs.npy'
        ),
        labels: file(
          `What to predict, one row a sample: ${PLACE}. One column of few whole numbers is classes, and so are several columns with a single 1 in every row; all else is a regression with an output for each column.`,
          'labels.npy'
        )
      })
      .meta({ description: 'The two arrays, saved with numpy.save, numpy.savez or numpy.savez_compressed.' }),
    task: z.enum(['classification', 'regression']).nullable().default(null).meta({
      description:
        'What the labels are. Without it: whole numbers are classes when at most 20 are different and at most half as many as rows; columns with a single 1 in every row are classes; else a regression.'
    }),
    samples: z
      .int()
      .gte(2)
      .nullable()
      .default(null)
      .meta({ description: 'Take the first so many samples; all if left out.' }),
    standardize_target,
    test_split,
    standardize: standardizeBy(true)
  })
  .meta({ description: 'NumPy arrays of numbers (bool, int, float), from files beside the notebook.' })
