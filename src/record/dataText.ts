import type { ColumnNames, DataDecisions } from './dataDecisions'
import type { DataInfo } from './runRecord'

/**
 * What was decided about the columns and rows of a file, in a line: "regression of price (not only whole numbers) from area and
 * rooms; without id; 2 rows with gaps left out; inputs standardized". Empty where nothing was to decide.
 */
export function dataText({ decisions, task }: DataInfo): string {
  if (decisions === undefined) return ''
  const { target, why, inputs } = decisions
  const columns = `${task} of ${listed(target)} (${why}) from ${listed(inputs)}`
  return [columns, ...choices(decisions), ...form(decisions), ...scaling(decisions)]
    .filter(part => part !== '')
    .join('; ')
}

/** What to do about targets far from 1, before they make the run diverge; empty where they are not. */
export function dataWarning({ decisions }: DataInfo): string {
  const size = decisions?.targetSize ?? null
  if (size === null) return ''
  const effect = size > 1 ? 'so the loss and its gradients are very large' : 'so the loss is tiny whatever the net does'
  return `The targets are of size ${roughly(size)}, ${effect}: write standardize_target: true, or change their unit in the file.`
}

/** The part of a sentence that says why a run may have diverged; empty where targets are not large. */
export function divergenceHint({ decisions }: DataInfo): string {
  const size = decisions?.targetSize ?? 0
  return size > 1 ? `; targets of size ${roughly(size)} make gradients huge: write standardize_target: true` : ''
}

/** "200,000", "2e9": one digit says enough. */
function roughly(size: number): string {
  const rounded = Number(size.toPrecision(1))
  return rounded >= 0.001 && rounded < 1e7 ? rounded.toLocaleString('en-US') : size.toExponential(0).replace('+', '')
}

/** What became of columns and rows. */
function choices(decisions: DataDecisions): string[] {
  const { categories, booleans, leftOut, rowNames, droppedRows, filled } = decisions
  const gaps = filled.reduce((sum, column) => sum + column.gaps, 0)
  return [
    categories.length > 0
      ? `one-hot ${categories.map(({ column, values }) => `${column} (${values})`).join(', ')}`
      : '',
    booleans.count > 0 ? `${listed(booleans)} as 1 and 0` : '',
    leftOut.count > 0 ? `without ${listed(leftOut)}` : '',
    rowNames ? 'without the first column, which only names the rows' : '',
    droppedRows > 0 ? `${counted(droppedRows, 'row')} with gaps left out` : '',
    gaps > 0 ? `${counted(gaps, 'gap')} filled with the mean of ${inWords(filled.map(({ column }) => column))}` : ''
  ]
}

/** How the file is written, where that is not the usual. */
function form({ separator, decimal, header, encoding, comments }: DataDecisions): string[] {
  return [
    separator === null || separator === 'comma' ? '' : `values separated by ${separator}s`,
    decimal === 'comma' ? 'decimal commas' : '',
    header ? '' : 'columns numbered from 1',
    encoding === 'UTF-8' ? '' : encoding,
    comments > 0 ? `${counted(comments, 'comment line')} skipped` : ''
  ]
}

function scaling({ standardized, constant, targetScale, target }: DataDecisions): string[] {
  const units = (targetScale ?? []).map(({ deviation }) => String(Number(deviation.toPrecision(4))))
  return [
    standardized ? 'inputs standardized' : '',
    constant.count > 0 ? `${listed(constant)} always the same, so 0` : '',
    targetScale ? `${listed(target)} standardized: the loss is in units of ${inWords(units)}` : ''
  ]
}

const MOST_LISTED = 4

/** "a, b and c", or "12 columns". */
const listed = ({ count, names }: ColumnNames): string =>
  count > MOST_LISTED ? counted(count, 'column') : inWords(names)

const inWords = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')

const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`
