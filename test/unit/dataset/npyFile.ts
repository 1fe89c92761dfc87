/** An .npy file, version 1.0, of float64 (or of `descr`, whose bytes are then `data`). */
export function npyFile(
  shape: readonly number[],
  values: readonly number[],
  descr = '<f8',
  data?: Uint8Array
): Uint8Array {
  const numbers = data ?? new Uint8Array(Float64Array.from(values).buffer)
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  const dict = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`
  const header = `${dict.padEnd(117)}\n`
  const head = Buffer.from(
    `\x93NUMPY\x01\0${String.fromCharCode(header.length & 255, header.length >> 8)}${header}`,
    'latin1'
  )
  return Uint8Array.from(Buffer.concat([head, numbers]))
}
