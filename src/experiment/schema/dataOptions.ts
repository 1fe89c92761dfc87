import * as z from 'zod'
import { TEST_SPLIT, standardizeBy as preset } from '../../catalogue'
import { fieldOf } from './parameters'
import { TEXTS } from '../texts/texts'

/** Keys that all data sets have. */
export const test_split = fieldOf(TEST_SPLIT) as z.ZodType<number, number | undefined>

export const standardizeBy = (value: boolean) => fieldOf(preset(value)) as z.ZodType<boolean, boolean | undefined>

export const standardize_target = z.boolean().default(false).meta({
  description: TEXTS.dataDocs.standardizeTarget
})

export const file = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] })
