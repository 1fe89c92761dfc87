/** Numbers that a file shall hold instead of 0, 1, 2 …, by the names of tensors. */
export type Values = Readonly<Record<string, readonly number[]>>

/** A file of F64 tensors of these shapes, each filled with 0, 1, 2 … */
export function fileOf(shapes: Readonly<Record<string, readonly number[]>>, values: Values = {}): Uint8Array {
  let end = 0
  const numbers: number[] = []
  const header = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1)
      const begin = end
      end += 8 * size
      numbers.push(...(values[name] ?? Array.from({ length: size }, (_, i) => i)))
      return [name, { dtype: 'F64', shape, data_offsets: [begin, end] }]
    })
  )
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + end)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  numbers.forEach((value, i) => view.setFloat64(8 + text.length + 8 * i, value, true))
  return bytes
}
