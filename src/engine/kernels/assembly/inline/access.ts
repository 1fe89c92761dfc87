/** Entry `index` of a table of words, as a whole number, an address or a float32. */
export function word(table: usize, index: i32): i32 {
  return load<i32>(table + ((<usize>index) << 2))
}

export function address(table: usize, index: i32): usize {
  return load<u32>(table + ((<usize>index) << 2))
}

export function real(table: usize, index: i32): f32 {
  return load<f32>(table + ((<usize>index) << 2))
}

export function setReal(table: usize, index: i32, value: f32): void {
  store<f32>(table + ((<usize>index) << 2), value)
}

/** Entry `index` of a record of float64. */
export function entry(record: usize, index: i32): f64 {
  return load<f64>(record + ((<usize>index) << 3))
}

export function setEntry(record: usize, index: i32, value: f64): void {
  store<f64>(record + ((<usize>index) << 3), value)
}

/** Rounded up to a multiple of eight. */
export function eights(n: i32): i32 {
  return (n + 7) & -8
}
