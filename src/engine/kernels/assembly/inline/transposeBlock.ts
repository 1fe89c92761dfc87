/** 4 × 4 floats; rows are 32 bytes apart on both sides. */
export function transposeBlock(from: usize, to: usize): void {
  const r0 = v128.load(from, 0)
  const r1 = v128.load(from, 32)
  const r2 = v128.load(from, 64)
  const r3 = v128.load(from, 96)
  const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5)
  const b = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5)
  const c = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7)
  const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<f64>(a, b, 0, 2), 0)
  v128.store(to, v128.shuffle<f64>(a, b, 1, 3), 32)
  v128.store(to, v128.shuffle<f64>(c, d, 0, 2), 64)
  v128.store(to, v128.shuffle<f64>(c, d, 1, 3), 96)
}
