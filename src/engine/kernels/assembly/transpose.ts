import { transposeBlock } from './inline/transposeBlock'

/**
 * From panels [n/8][rows][8] to panels [rows/8][n][8]: panels first … first + panels - 1 of `from` become rows 8 · first … of `to`.
 * Works on 4 × 4 blocks; rows beyond a multiple of four must exist in `from` and are copied too.
 */
export function transpose(
  from: usize,
  fromPanel: usize,
  rows: i32,
  first: i32,
  panels: i32,
  to: usize,
  toPanel: usize
): void {
  for (let p = first; p < first + panels; p++) {
    let source = from + <usize>p * fromPanel
    let target = to + ((<usize>p) << 8)
    for (let row = 0; row < rows; row += 8) {
      transposeBlock(source, target)
      transposeBlock(source + 16, target + 128)
      if (row + 4 < rows) {
        transposeBlock(source + 128, target + 16)
        transposeBlock(source + 144, target + 144)
      }
      source += 256
      target += toPanel
    }
  }
}
