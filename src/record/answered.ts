import { CURVE_NAMES, type CurveName, isAccuracy } from './quantity'
import type { RunRecord } from './runRecord'
import { absent, isAbsent } from './scaled'
import { put, type Table } from './table'

type Curves = Readonly<Record<CurveName, Table>>

const JUDGED = [
  { accuracy: 'accuracy', loss: 'loss' },
  { accuracy: 'test_accuracy', loss: 'test_loss' }
] as const satisfies readonly { readonly accuracy: CurveName; readonly loss: CurveName }[]

/**
 * The curves, where an accuracy "does not apply" wherever its loss is not finite: a network whose outputs are no numbers answers nothing, so
 * that 0 % right would be a wrong number. Tables that need no change are shared.
 */
export function withoutEmptyAnswers<All extends Curves>(curves: All): All {
  const changed = JUDGED.flatMap(({ accuracy, loss }) => {
    const broken = brokenColumns(curves[loss]).filter(column => !isAbsent(curves[accuracy].exponent[column]!))
    return broken.length === 0 ? [] : [[accuracy, blanked(curves[accuracy], broken)] as const]
  })
  if (changed.length === 0) return curves
  const own = CURVE_NAMES.map(name => [name, curves[name]] as const)
  return Object.fromEntries([...own, ...changed]) as All
}

/** Columns of a table [n × 1] whose number is NaN or infinite. */
function brokenColumns({ columns, mantissa, exponent }: Table): number[] {
  const broken: number[] = []
  for (let column = 0; column < columns; column++)
    if (!Number.isFinite(mantissa[column]) && !isAbsent(exponent[column]!)) broken.push(column)
  return broken
}

function blanked(table: Table, columns: readonly number[]): Table {
  const copy = { ...table, mantissa: table.mantissa.slice(), exponent: table.exponent.slice() }
  for (const column of columns) put(copy, column, 0, absent)
  return copy
}

/** Whether a run measures this curve at all: accuracy of classes, and what needs a test split. */
export const curveApplies = ({ data, layers }: Pick<RunRecord, 'data' | 'layers'>, name: CurveName): boolean =>
  (!name.startsWith('test') || data.testSamples > 0) &&
  (!isAccuracy(name) || (data.task === 'classification' && layers.at(-1)?.activation !== 'linear'))
