import * as z from 'zod'
import { file, standardize_target, standardizeBy, test_split } from './dataOptions'
import { TEXTS } from '../texts/texts'

const DOCS = TEXTS.dataDocs.csv

const columnName = z.string().min(1)
/** As a file without names has: its columns are numbered from 1. */
const columnNumber = z.number().transform(String)
const column = z.union([columnName, columnNumber]).meta({ description: DOCS.column })

/** One column or several, as a list. */
const columnsOf = <List extends z.ZodArray<typeof column>>(list: List) =>
  z.union([columnName, columnNumber, list]).transform(value => (typeof value === 'string' ? [value] : value))
const columns = columnsOf(z.array(column))

/** Rows of a CSV file. */
export const csv = z
  .strictObject({
    name: z.literal('csv'),
    csv: file(DOCS.csv, 'data.csv'),
    target: z.union([columnName, columnNumber, z.array(column).min(1)]).meta({
      description: DOCS.target,
      examples: ['column']
    }),
    task: z.enum(['classification', 'regression']).nullable().default(null).meta({
      description: DOCS.task
    }),
    inputs: columnsOf(z.array(column).min(1)).nullable().default(null).meta({ description: DOCS.inputs }),
    ignore: columns.default([]).meta({ description: DOCS.ignore }),
    categories: columns.default([]).meta({
      description: DOCS.categories
    }),
    missing: z.enum(['error', 'drop', 'mean']).default('error').meta({
      description: DOCS.missing,
      values: DOCS.missings
    }),
    separator: z.enum(['comma', 'semicolon', 'tab', 'pipe']).nullable().default(null).meta({
      description: DOCS.separator,
      values: DOCS.separators
    }),
    decimal: z.enum(['point', 'comma']).nullable().default(null).meta({
      description: DOCS.decimal,
      values: DOCS.decimals
    }),
    header: z.boolean().nullable().default(null).meta({
      description: DOCS.header
    }),
    standardize_target,
    test_split,
    standardize: standardizeBy(true)
  })
  .meta({ description: DOCS.form })

export type CsvSpec = z.output<typeof csv>
