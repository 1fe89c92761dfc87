import type { DataDecisions } from '../../../src/record'

const names = (...all: string[]) => ({ count: all.length, names: all })
/** What is decided about a plain file. */
export const PLAIN: DataDecisions = {
  ...{ target: names('kind'), why: '3 different texts', inputs: names('a', 'b'), categories: [], booleans: names() },
  ...{ leftOut: names(), rowNames: false, droppedRows: 0, filled: [], separator: 'comma', decimal: 'point' },
  ...{ header: true, encoding: 'UTF-8', comments: 0, standardized: false, constant: names() },
  ...{ targetScale: null, targetSize: null }
}
/** All that can be decided. */
export const ALL: DataDecisions = {
  ...{ target: names('price', 'rent'), why: 'several targets', inputs: { count: 7, names: ['a', 'b'] } },
  ...{ categories: [{ column: 'town', values: 12 }], booleans: names('garden'), leftOut: names('id'), rowNames: true },
  ...{ droppedRows: 1, filled: [{ column: 'a', gaps: 2 }, { column: 'b', gaps: 1 }], separator: 'semicolon' }, // prettier-ignore
  ...{ decimal: 'comma', header: false, encoding: 'UTF-16', comments: 2, standardized: true, constant: names('c') },
  ...{ targetScale: [{ mean: 2, deviation: 1234.56 }, { mean: 0, deviation: 3 }], targetSize: null } // prettier-ignore
}
