import type { ColumnNames, DataDecisions } from './dataDecisions'
import type { DataInfo } from './runRecord'
import { TEXTS } from './texts'

const say = TEXTS.data

/**
 * What was decided about the columns and rows of a file, in a line: "regression of price (not only whole numbers) from area and
 * rooms; without id; 2 rows with gaps left out; inputs standardized". Empty where nothing was to decide.
 */
export function dataText({ decisions, task }: DataInfo): string {
  if (decisions === undefined) return ''
  const { target, why, inputs } = decisions
  const columns = say.columns(task, listed(target), why, listed(inputs))
  return [columns, ...choices(decisions), ...form(decisions), ...scaling(decisions)]
    .filter(part => part !== '')
    .join('; ')
}

/** What to do about targets far from 1, before they make the run diverge; empty where they are not. */
export function dataWarning({ decisions }: DataInfo): string {
  const size = decisions?.targetSize ?? null
  if (size === null) return ''
  return (size > 1 ? say.largeTargets : say.smallTargets)(roughly(size))
}

/** Why a run may have diverged; empty where targets are not large. */
export function divergenceHint({ decisions }: DataInfo): string {
  const size = decisions?.targetSize ?? 0
  return size > 1 ? say.divergenceHint(roughly(size)) : ''
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
    categories.length > 0 ? say.oneHot(categories.map(({ column, values }) => [column, values])) : '',
    booleans.count > 0 ? say.asNumbers(listed(booleans)) : '',
    leftOut.count > 0 ? say.without(listed(leftOut)) : '',
    rowNames ? say.withoutRowNames : '',
    droppedRows > 0 ? say.dropped(droppedRows) : '',
    gaps > 0
      ? say.filled(
          gaps,
          filled.map(({ column }) => column)
        )
      : ''
  ]
}

/** How the file is written, where that is not the usual. */
function form({ separator, decimal, header, encoding, comments }: DataDecisions): string[] {
  return [
    separator === null || separator === 'comma' ? '' : say.separated(separator),
    decimal === 'comma' ? say.decimalCommas : '',
    header ? '' : say.numbered,
    encoding === 'UTF-8' ? '' : encoding,
    comments > 0 ? say.comments(comments) : ''
  ]
}

function scaling({ standardized, constant, targetScale, target }: DataDecisions): string[] {
  const units = (targetScale ?? []).map(({ deviation }) => String(Number(deviation.toPrecision(4))))
  return [
    standardized ? say.standardized : '',
    constant.count > 0 ? say.constant(listed(constant)) : '',
    targetScale ? say.standardizedTargets(listed(target), units) : ''
  ]
}

const MOST_LISTED = 4

/** "a, b and c", or "12 columns". */
const listed = ({ count, names }: ColumnNames): string =>
  count > MOST_LISTED ? say.manyColumns(count) : say.listed(names)
