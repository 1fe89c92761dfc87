/** The types of numbers that are read and written, and their bytes. */
export const TYPE_BYTES = { F32: 4, F64: 8 } as const

export type TensorType = keyof typeof TYPE_BYTES

/** Bytes of the number before the header: its length, a 64-bit integer with the low byte first. */
export const LENGTH_BYTES = 8

/** The key of the header that names no tensor. */
export const METADATA = '__metadata__'
