/** The types of numbers that a file may hold, and their bytes. */
export const TYPE_BYTES = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  F8_E4M3: 1,
  F8_E5M2: 1,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U64: 8,
  U32: 4,
  U16: 2,
  U8: 1,
  BOOL: 1
} as const

export type TensorType = keyof typeof TYPE_BYTES

/** The types that weights may have. */
const WEIGHT_TYPES = ['F64', 'F32', 'F16', 'BF16'] as const
export type WeightType = (typeof WEIGHT_TYPES)[number]

/** The types that are written. */
export type FloatType = 'F32' | 'F64'

export const isWeightType = (type: TensorType): type is WeightType => (WEIGHT_TYPES as readonly string[]).includes(type)

/** Bytes of the number before the header: its length, a 64-bit integer with the low byte first. */
export const LENGTH_BYTES = 8

/** The key of the header that names no tensor. */
export const METADATA = '__metadata__'
