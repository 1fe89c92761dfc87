/*
 * Blocks of a product (see ../product.ts). Eight sums of four lanes stay in registers while the inner index runs; a step takes
 * two loads, four broadcasts, eight multiplications and eight additions. The loop must stay one step long: V8 before version 12
 * reorders an unrolled one into chains that wait for each other and spills.
 */

/** Lanes 0 … 3 of `left` rows × 8 columns of `right`. `bytes`: inner steps · 32. With `biased`, sums start from left's next row. */
export function block4x8(left: usize, right: usize, bytes: usize, out: usize, biased: bool): void {
  const end = left + bytes
  let c00 = biased ? v128.load32_splat(end, 0) : f32x4.splat(0)
  let c10 = biased ? v128.load32_splat(end, 4) : f32x4.splat(0)
  let c20 = biased ? v128.load32_splat(end, 8) : f32x4.splat(0)
  let c30 = biased ? v128.load32_splat(end, 12) : f32x4.splat(0)
  let c01 = c00
  let c11 = c10
  let c21 = c20
  let c31 = c30
  while (left < end) {
    const x = v128.load(right)
    const y = v128.load(right, 16)
    const w0 = v128.load32_splat(left, 0)
    c00 = f32x4.add(c00, f32x4.mul(w0, x))
    c01 = f32x4.add(c01, f32x4.mul(w0, y))
    const w1 = v128.load32_splat(left, 4)
    c10 = f32x4.add(c10, f32x4.mul(w1, x))
    c11 = f32x4.add(c11, f32x4.mul(w1, y))
    const w2 = v128.load32_splat(left, 8)
    c20 = f32x4.add(c20, f32x4.mul(w2, x))
    c21 = f32x4.add(c21, f32x4.mul(w2, y))
    const w3 = v128.load32_splat(left, 12)
    c30 = f32x4.add(c30, f32x4.mul(w3, x))
    c31 = f32x4.add(c31, f32x4.mul(w3, y))
    left += 32
    right += 32
  }
  v128.store(out, c00, 0)
  v128.store(out, c01, 16)
  v128.store(out, c10, 32)
  v128.store(out, c11, 48)
  v128.store(out, c20, 64)
  v128.store(out, c21, 80)
  v128.store(out, c30, 96)
  v128.store(out, c31, 112)
}

/** The same for columns 0 … 3; columns 4 … 7 become 0. */
export function block4x4(left: usize, right: usize, bytes: usize, out: usize, biased: bool): void {
  const end = left + bytes
  let c0 = biased ? v128.load32_splat(end, 0) : f32x4.splat(0)
  let c1 = biased ? v128.load32_splat(end, 4) : f32x4.splat(0)
  let c2 = biased ? v128.load32_splat(end, 8) : f32x4.splat(0)
  let c3 = biased ? v128.load32_splat(end, 12) : f32x4.splat(0)
  while (left < end) {
    const x = v128.load(right)
    c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(left, 0), x))
    c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(left, 4), x))
    c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(left, 8), x))
    c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(left, 12), x))
    left += 32
    right += 32
  }
  const zero = f32x4.splat(0)
  v128.store(out, c0, 0)
  v128.store(out, zero, 16)
  v128.store(out, c1, 32)
  v128.store(out, zero, 48)
  v128.store(out, c2, 64)
  v128.store(out, zero, 80)
  v128.store(out, c3, 96)
  v128.store(out, zero, 112)
}
