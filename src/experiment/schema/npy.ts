import * as z from 'zod'
import { file, standardize_target, standardizeBy, test_split } from './dataOptions'
import { TEXTS } from '../texts/texts'

const DOCS = TEXTS.dataDocs.npy

/** NumPy arrays. */
export const npy = z
  .strictObject({
    name: z.literal('npy'),
    npy: z
      .strictObject({
        inputs: file(DOCS.inputs, 'inputs.npy'),
        labels: file(DOCS.labels, 'labels.npy')
      })
      .meta({ description: DOCS.npy }),
    task: z.enum(['classification', 'regression']).nullable().default(null).meta({
      description: DOCS.task
    }),
    samples: z.int().gte(2).nullable().default(null).meta({ description: TEXTS.dataDocs.samples }),
    standardize_target,
    test_split,
    standardize: standardizeBy(true)
  })
  .meta({ description: DOCS.form })
