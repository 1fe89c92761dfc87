import { ABSENT, type Scaled } from './scaled'

/** Scaled numbers in rows of columns: entry (column, layer) stands at column · layers + layer. */
export interface Table {
  readonly columns: number
  readonly layers: number
  /** [columns × layers] */
  readonly mantissa: Float64Array
  /** [columns × layers]; `ABSENT` where the quantity does not apply */
  readonly exponent: Int32Array
}

/** A table with every entry "does not apply". */
export function emptyTable(columns: number, layers: number): Table {
  const size = columns * layers
  return { columns, layers, mantissa: new Float64Array(size).fill(NaN), exponent: new Int32Array(size).fill(ABSENT) }
}

/** The number at (column, layer), both from 0. */
export function at(table: Table, column: number, layer: number): Scaled {
  const index = column * table.layers + layer
  return { mantissa: table.mantissa[index]!, exponent: table.exponent[index]! }
}

/** Writes `number` at (column, layer). */
export function put(table: Table, column: number, layer: number, number: Scaled): void {
  const index = column * table.layers + layer
  table.mantissa[index] = number.mantissa
  table.exponent[index] = number.exponent
}

/** Copies a column of `from` into a column of `into`, which has as many layers. */
export function copyColumn(from: Table, column: number, into: Table, place: number): void {
  const start = column * from.layers
  into.mantissa.set(from.mantissa.subarray(start, start + from.layers), place * into.layers)
  into.exponent.set(from.exponent.subarray(start, start + from.layers), place * into.layers)
}

/** Columns from … to - 1, sharing the memory of `table`. */
export function columnRange(table: Table, from: number, to: number): Table {
  const part = [from * table.layers, to * table.layers] as const
  return {
    columns: to - from,
    layers: table.layers,
    mantissa: table.mantissa.subarray(...part),
    exponent: table.exponent.subarray(...part)
  }
}

/** The first `columns` columns, sharing the memory of `table`. */
export function head(table: Table, columns: number): Table {
  const size = columns * table.layers
  return { ...table, columns, mantissa: table.mantissa.subarray(0, size), exponent: table.exponent.subarray(0, size) }
}

/** The columns of `tables`, which have the same layers, one after the other. */
export function joined(tables: readonly Table[]): Table {
  const columns = tables.reduce((sum, table) => sum + table.columns, 0)
  const { layers } = tables[0]!
  const [mantissa, exponent] = [new Float64Array(columns * layers), new Int32Array(columns * layers)]
  let place = 0
  for (const table of tables) {
    mantissa.set(table.mantissa, place)
    exponent.set(table.exponent, place)
    place += table.mantissa.length
  }
  return { columns, layers, mantissa, exponent }
}
