import type { Finding } from './finding'
import type { CsvSpec } from './schema/csv'
import { targetsOf } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { quoted } from './problems/words'

/** Keys of a CSV file or of arrays that contradict each other, as far as that shows without the file. */
export function fileConflicts({ dataset, loss }: ParsedCell): Finding[] {
  if (dataset.name === 'npy') return scaledClasses(dataset, loss)
  if (dataset.name !== 'csv') return []
  return [
    ...repeated(dataset),
    ...inTwoRoles(dataset),
    ...strayCategories(dataset),
    ...namesOfNumbered(dataset),
    ...severalClasses(dataset),
    ...sameSign(dataset),
    ...scaledClasses(dataset, loss)
  ]
}

type Role = 'target' | 'inputs' | 'ignore' | 'categories'

const conflict = (key: string, message: string, place?: number): Finding => ({
  code: 'conflict',
  path: ['dataset', key, ...(place === undefined ? [] : [place])],
  message
})

function columnsOf(dataset: CsvSpec): Record<Role, readonly string[]> {
  const { inputs, ignore, categories } = dataset
  return { target: targetsOf(dataset), inputs: inputs ?? [], ignore, categories }
}

function repeated(dataset: CsvSpec): Finding[] {
  return Object.entries(columnsOf(dataset)).flatMap(([role, names]) => {
    const place = firstRepeated(names)
    return place < 0 ? [] : [conflict(role, `${role} lists ${quoted(names[place])} twice; remove one`, place)]
  })
}

/** The index of the first of `values` that was there before; -1 without one. */
function firstRepeated(values: readonly string[]): number {
  const seen = new Set<string>()
  return values.findIndex(value => seen.size === seen.add(value).size)
}

/** What a column cannot be beside being in the second list. */
const EXCLUDE: readonly (readonly [Role, Role, string])[] = [
  ['inputs', 'target', 'it is the target, so it cannot be an input: remove it'],
  ['ignore', 'target', 'it is the target, so it cannot be left out: remove it'],
  ['categories', 'target', 'it is the target, whose names are classes anyway: remove it'],
  ['ignore', 'inputs', 'it is among the inputs: remove it from one of the two'],
  ['categories', 'ignore', 'it is left out by ignore: remove it from one of the two']
]

function inTwoRoles(dataset: CsvSpec): Finding[] {
  const columns = columnsOf(dataset)
  return EXCLUDE.flatMap(([role, other, why]) => {
    const excluded = new Set(columns[other])
    return columns[role].flatMap((name, place) =>
      excluded.has(name) ? [conflict(role, `${role} lists ${quoted(name)}, but ${why}`, place)] : []
    )
  })
}

function strayCategories({ inputs, categories }: CsvSpec): Finding[] {
  const known = new Set(inputs)
  const stray = categories.findIndex(name => inputs !== null && !known.has(name))
  const message = `categories lists ${quoted(categories[stray])}, which is not among inputs; add it there`
  return stray < 0 ? [] : [conflict('categories', message, stray)]
}

/** Without names, columns have numbers. */
function namesOfNumbered(dataset: CsvSpec): Finding[] {
  if (dataset.header !== false) return []
  return Object.entries(columnsOf(dataset)).flatMap(([role, names]) =>
    names.flatMap((name, place) =>
      /^[1-9]\d*$/.test(name)
        ? []
        : [conflict(role, `with header: false columns are numbered from 1, so there is no ${quoted(name)}`, place)]
    )
  )
}

const severalClasses = (dataset: CsvSpec): Finding[] =>
  targetsOf(dataset).length > 1 && dataset.task === 'classification'
    ? [
        conflict(
          'task',
          'several targets make a regression, and a classification has a single target; remove task, or list one target'
        )
      ]
    : []

const sameSign = ({ separator, decimal }: CsvSpec): Finding[] =>
  separator === 'comma' && decimal === 'comma'
    ? [conflict('decimal', 'a comma cannot both separate values and be the decimal sign; change separator or decimal')]
    : []

/** Classes have no size. */
const scaledClasses = (
  { standardize_target, task }: Pick<CsvSpec, 'standardize_target' | 'task'>,
  loss: ParsedCell['loss']
): Finding[] =>
  standardize_target && (task === 'classification' || loss?.endsWith('crossentropy') === true)
    ? [conflict('standardize_target', 'standardize_target is for numbers, not for classes; remove it')]
    : []
