import * as z from 'zod'
import type { Docs } from './doc'
import { file, standardize_target, standardizeBy, test_split } from './dataOptions'

const columnName = z.string().min(1)
/** As a file without names has: its columns are numbered from 1. */
const columnNumber = z.number().transform(String)
const column = z.union([columnName, columnNumber]).meta({ description: 'A column, by its name in the first line.' })

/** One column or several, as a list. */
const columnsOf = <List extends z.ZodArray<typeof column>>(list: List) =>
  z.union([columnName, columnNumber, list]).transform(value => (typeof value === 'string' ? [value] : value))
const columns = columnsOf(z.array(column))

const MISSING: Docs = {
  error: { description: 'Nothing is trained; the message lists every column that has gaps.' },
  drop: { description: 'Rows with a gap in an input or in the target are left out.' },
  mean: { description: 'A gap in an input becomes the mean of its column in the training rows.' }
}

const SEPARATORS: Docs = {
  comma: { description: 'a,b,c' },
  semicolon: { description: 'a;b;c, as in files from where numbers are written 1,5.' },
  tab: { description: 'A tab between values, as in .tsv files.' },
  pipe: { description: 'a|b|c' }
}

const DECIMALS: Docs = {
  point: { description: 'Numbers are written 1.5.' },
  comma: { description: 'Numbers are written 1,5.' }
}

/** Rows of a CSV file. */
export const csv = z
  .strictObject({
    name: z.literal('csv'),
    csv: file(
      'The file: values separated by commas, semicolons, tabs or |, the names of the columns in its first line.',
      'data.csv'
    ),
    target: z.union([columnName, columnNumber, z.array(column).min(1)]).meta({
      description:
        'The column to predict, or a list of several numbers. All other columns are inputs, unless inputs or ignore say which.',
      examples: ['column']
    }),
    task: z.enum(['classification', 'regression']).nullable().default(null).meta({
      description:
        'What the target is. Without it: several columns are a regression; text is a class; numbers are classes when they are whole numbers (1.0 is one), at most 20 different ones and at most half as many as rows, else a regression.'
    }),
    inputs: columnsOf(z.array(column).min(1))
      .nullable()
      .default(null)
      .meta({ description: 'The columns to learn from, in this order. Left out: all columns but the target.' }),
    ignore: columns.default([]).meta({ description: 'Columns to leave out, such as names and numbers of rows.' }),
    categories: columns.default([]).meta({
      description:
        'Columns whose values are names, such as colours: each value becomes an input of its own that is 1 in its rows and 0 in all others (one-hot).'
    }),
    missing: z.enum(['error', 'drop', 'mean']).default('error').meta({
      description: 'What to do about gaps: empty values, NA, N/A, NaN, null, none, ? and -.',
      values: MISSING
    }),
    separator: z.enum(['comma', 'semicolon', 'tab', 'pipe']).nullable().default(null).meta({
      description:
        'What stands between two values; its character will do, too, as in ";". Left out: found in the file.',
      values: SEPARATORS
    }),
    decimal: z.enum(['point', 'comma']).nullable().default(null).meta({
      description: 'How numbers with a fraction are written, "." or ",". Left out: found in the file.',
      values: DECIMALS
    }),
    header: z.boolean().nullable().default(null).meta({
      description:
        'Whether the first line names the columns. Without names (false) they are numbered from 1. Left out: it must name them.'
    }),
    standardize_target,
    test_split,
    standardize: standardizeBy(true)
  })
  .meta({ description: 'Rows of a CSV file beside the notebook.' })

export type CsvSpec = z.output<typeof csv>
