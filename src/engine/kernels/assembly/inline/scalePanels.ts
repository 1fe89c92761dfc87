/** x ·= factor for the first `rows` rows of each panel; Σ x² in four lanes. */
export function scalePanels(from: usize, panel: usize, rows: i32, panels: i32, factor: f32): v128 {
  const scale = f32x4.splat(factor)
  const bytes = (<usize>rows) << 5
  let squares = f32x4.splat(0)
  for (let p = 0; p < panels; p++) {
    let at = from
    while (at < from + bytes) {
      const x = f32x4.mul(v128.load(at), scale)
      const y = f32x4.mul(v128.load(at, 16), scale)
      v128.store(at, x)
      v128.store(at, y, 16)
      squares = f32x4.add(squares, f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)))
      at += 32
    }
    from += panel
  }
  return squares
}
