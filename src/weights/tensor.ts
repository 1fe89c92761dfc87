/** The types of numbers that are read and written, and their bytes. I64 counts mini-batches. */
export const TYPE_BYTES = { F32: 4, F64: 8, I64: 8 } as const

export type TensorType = keyof typeof TYPE_BYTES
export type FloatType = Exclude<TensorType, 'I64'>

/** Bytes of the number before the header: its length, a 64-bit integer with the low byte first. */
export const LENGTH_BYTES = 8

/** The key of the header that names no tensor. */
export const METADATA = '__metadata__'
