import type { Finding } from './finding'
import type { CsvSpec } from './schema/csv'
import { targetsOf } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { quoted } from './problems/words'
import { TEXTS } from './texts/texts'

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
    return place < 0 ? [] : [conflict(role, TEXTS.table.listedTwice(role, quoted(names[place])), place)]
  })
}

/** The index of the first of `values` that was there before; -1 without one. */
function firstRepeated(values: readonly string[]): number {
  const seen = new Set<string>()
  return values.findIndex(value => seen.size === seen.add(value).size)
}

/** What a column cannot be beside being in the second list. */
const EXCLUDE: readonly (readonly [Role, Role, (column: string) => string])[] = [
  ['inputs', 'target', TEXTS.table.inTwoRoles.inputsTarget],
  ['ignore', 'target', TEXTS.table.inTwoRoles.ignoreTarget],
  ['categories', 'target', TEXTS.table.inTwoRoles.categoriesTarget],
  ['ignore', 'inputs', TEXTS.table.inTwoRoles.ignoreInputs],
  ['categories', 'ignore', TEXTS.table.inTwoRoles.categoriesIgnore]
]

function inTwoRoles(dataset: CsvSpec): Finding[] {
  const columns = columnsOf(dataset)
  return EXCLUDE.flatMap(([role, other, sentence]) => {
    const excluded = new Set(columns[other])
    return columns[role].flatMap((name, place) =>
      excluded.has(name) ? [conflict(role, sentence(quoted(name)), place)] : []
    )
  })
}

function strayCategories({ inputs, categories }: CsvSpec): Finding[] {
  const known = new Set(inputs)
  const stray = categories.findIndex(name => inputs !== null && !known.has(name))
  return stray < 0 ? [] : [conflict('categories', TEXTS.table.strayCategory(quoted(categories[stray])), stray)]
}

/** Without names, columns have numbers. */
function namesOfNumbered(dataset: CsvSpec): Finding[] {
  if (dataset.header !== false) return []
  return Object.entries(columnsOf(dataset)).flatMap(([role, names]) =>
    names.flatMap((name, place) =>
      /^[1-9]\d*$/.test(name) ? [] : [conflict(role, TEXTS.table.numberedColumns(quoted(name)), place)]
    )
  )
}

const severalClasses = (dataset: CsvSpec): Finding[] =>
  targetsOf(dataset).length > 1 && dataset.task === 'classification'
    ? [conflict('task', TEXTS.table.severalClasses)]
    : []

const sameSign = ({ separator, decimal }: CsvSpec): Finding[] =>
  separator === 'comma' && decimal === 'comma' ? [conflict('decimal', TEXTS.table.sameSign)] : []

/** Classes have no size. */
const scaledClasses = (
  { standardize_target, task }: Pick<CsvSpec, 'standardize_target' | 'task'>,
  loss: ParsedCell['loss']
): Finding[] =>
  standardize_target && (task === 'classification' || loss?.endsWith('crossentropy') === true)
    ? [conflict('standardize_target', TEXTS.table.scaledClasses)]
    : []
