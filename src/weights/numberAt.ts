import { bfloat16, float16 } from '../engine/half'
import type { WeightType } from './tensor'
import { TEXTS } from './texts'

/** The number at a byte of `view`, the low byte first. */
export function numberAt(view: DataView, at: number, type: WeightType): number {
  switch (type) {
    case 'F64':
      return view.getFloat64(at, true)
    case 'F32':
      return view.getFloat32(at, true)
    case 'F16':
      return float16(view.getUint16(at, true))
    case 'BF16':
      return bfloat16(view.getUint16(at, true))
    default: {
      const unknown: never = type
      throw new RangeError(TEXTS.unknownType(String(unknown)))
    }
  }
}
