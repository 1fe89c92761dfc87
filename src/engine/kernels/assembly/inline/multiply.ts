import { block4x4, block4x8 } from './block'

/** See `product`: columns in eights (right stays in the first-level cache), within them rows in fours (left streams by). */
export function multiply(
  left: usize,
  leftPanel: usize,
  right: usize,
  rightPanel: usize,
  out: usize,
  outPanel: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  biased: bool
): void {
  const bytes = (<usize>inner) << 5
  for (let column = 0; column < columns; column += 8) {
    const wide = columns - column > 4
    let w = left
    let c = out
    for (let row = 0; row < rows; row += 8) {
      if (wide) block4x8(w, right, bytes, c, biased)
      else block4x4(w, right, bytes, c, biased)
      if (row + 4 < rows) {
        if (wide) block4x8(w + 16, right, bytes, c + 128, biased)
        else block4x4(w + 16, right, bytes, c + 128, biased)
      }
      w += leftPanel
      c += 256
    }
    right += rightPanel
    out += outPanel
  }
}
