/** A copy in memory that threads share, so that a message takes no time however long it is. */
export function sharedCopy(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
