import { multiply } from './inline/multiply'

/**
 * out[column][row] = Σ_k left[row][k] · right[column][k], k ascending from 0: the one product that forward, backward and gradient
 * are made of. All three are panels of eight (README.md): left [rows/8][inner][8], right [columns/8][inner][8],
 * out [columns/8][rows][8]; a …Panel is the distance of panels in bytes. Writes whole blocks: out needs room for rows in fours.
 */
export function product(
  left: usize,
  leftPanel: usize,
  right: usize,
  rightPanel: usize,
  out: usize,
  outPanel: usize,
  rows: i32,
  inner: i32,
  columns: i32
): void {
  multiply(left, leftPanel, right, rightPanel, out, outPanel, rows, inner, columns, false)
}

/** The same, summed onto left[row][inner]: the bias, which stands in the row behind the weights. */
export function productWithBias(
  left: usize,
  leftPanel: usize,
  right: usize,
  rightPanel: usize,
  out: usize,
  outPanel: usize,
  rows: i32,
  inner: i32,
  columns: i32
): void {
  multiply(left, leftPanel, right, rightPanel, out, outPanel, rows, inner, columns, true)
}
