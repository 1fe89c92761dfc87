/** An IDX file; `values` default to 0, 1, 2 … */
export function idxFile(shape: readonly number[], values?: readonly number[], type = 8): Uint8Array {
  const size = shape.reduce((product, length) => product * length, 1)
  const header = shape.flatMap(length => [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255])
  return Uint8Array.from([
    0,
    0,
    type,
    shape.length,
    ...header,
    ...(values ?? Array.from({ length: size }, (_, i) => i))
  ])
}
