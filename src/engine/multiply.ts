/** Where a matrix stands in an array: entry (row, column) at start + row · rowStride + column · columnStride. */
export interface Strided {
  readonly values: Float64Array
  readonly start: number
  readonly rowStride: number
  readonly columnStride: number
}

/** Row-major matrix of `columns` columns from `start` on. */
export const matrix = (values: Float64Array, start: number, columns: number): Strided => ({
  values,
  start,
  rowStride: columns,
  columnStride: 1
})

/** The same numbers with rows and columns exchanged. */
export const transposed = ({ values, start, rowStride, columnStride }: Strided): Strided => ({
  values,
  start,
  rowStride: columnStride,
  columnStride: rowStride
})

/**
 * out = left · right, [rows × inner] · [inner × columns]; `out` has column stride 1. Every entry is summed from 0 in
 * ascending order of the inner index, whatever the blocking: blocks of 2 × 4 entries only keep eight independent sums going.
 */
export function multiply(
  out: Strided,
  left: Strided,
  right: Strided,
  rows: number,
  inner: number,
  columns: number
): void {
  const blockRows = rows - (rows % 2)
  const blockColumns = columns - (columns % 4)
  for (let row = 0; row < blockRows; row += 2) {
    for (let column = 0; column < blockColumns; column += 4) block(out, left, right, row, column, inner)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = row < blockRows ? blockColumns : 0; column < columns; column++) {
      entry(out, left, right, row, column, inner)
    }
  }
}

/** The entries of rows row, row + 1 and columns column … column + 3. */
function block(out: Strided, left: Strided, right: Strided, row: number, column: number, inner: number): void {
  const a = left.values
  const b = right.values
  const aStep = left.columnStride
  const bStep = right.rowStride
  const next = right.columnStride
  let upper = left.start + row * left.rowStride
  let lower = upper + left.rowStride
  let j = right.start + column * next
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let t0 = 0
  let t1 = 0
  let t2 = 0
  let t3 = 0
  for (let k = 0; k < inner; k++) {
    const s = a[upper]!
    const t = a[lower]!
    const b0 = b[j]!
    const b1 = b[j + next]!
    const b2 = b[j + 2 * next]!
    const b3 = b[j + 3 * next]!
    s0 += s * b0
    s1 += s * b1
    s2 += s * b2
    s3 += s * b3
    t0 += t * b0
    t1 += t * b1
    t2 += t * b2
    t3 += t * b3
    upper += aStep
    lower += aStep
    j += bStep
  }
  const place = out.start + row * out.rowStride + column
  put(out.values, place, s0, s1, s2, s3)
  put(out.values, place + out.rowStride, t0, t1, t2, t3)
}

function put(values: Float64Array, place: number, v0: number, v1: number, v2: number, v3: number): void {
  values[place] = v0
  values[place + 1] = v1
  values[place + 2] = v2
  values[place + 3] = v3
}

function entry(out: Strided, left: Strided, right: Strided, row: number, column: number, inner: number): void {
  let i = left.start + row * left.rowStride
  let j = right.start + column * right.columnStride
  let sum = 0
  for (let k = 0; k < inner; k++) {
    sum += left.values[i]! * right.values[j]!
    i += left.columnStride
    j += right.rowStride
  }
  out.values[out.start + row * out.rowStride + column] = sum
}
