import erf from '@stdlib/math-base-special-erf'
import expm1 from '@stdlib/math-base-special-expm1'
import ln from '@stdlib/math-base-special-ln'
import log1p from '@stdlib/math-base-special-log1p'
import cos from '@stdlib/math-base-special-cos'
import sin from '@stdlib/math-base-special-sin'
import { powerOfTwo } from '../record'

/*!
 * Elementary functions whose every bit is decided here or in @stdlib's JavaScript, by IEEE arithmetic alone. exp and tanh
 * run for every unit and sample, so they stand here in a short form that needs no calls: some four times as fast.
 *
 * exp follows FreeBSD's e_exp.c: Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy,
 * modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
export { cos, erf, expm1, ln, log1p, sin }

const LN2_HIGH = 6.9314718036912381649e-1 // ln 2 to 33 bits, so that k · LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10
const LOG2_OF_E = 1.442695040888963387

const LOWEST_EXPONENT = -1022
/** [2046] 2^-1022 … 2^1023 */
const POWERS = Float64Array.from({ length: 2046 }, (_, i) => powerOfTwo(i + LOWEST_EXPONENT))
const TINY = powerOfTwo(-60)

/** e^x to within 1 unit in the last place: x = k ln 2 + r, e^x = 2^k · e^r, e^r by a rational approximation on |r| ≤ ln2/2. */
export function exp(x: number): number {
  if (!(x <= 709.782712893383973096)) return x > 0 ? Infinity : x
  if (x < -745.13321910194110842) return 0
  const k = Math.trunc(LOG2_OF_E * x + (x < 0 ? -0.5 : 0.5))
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const power = 1 - (low - (r * c) / (2 - c) - high)
  if (k > 1023) return power * 2 * POWERS[1023 - LOWEST_EXPONENT]!
  if (k < LOWEST_EXPONENT) return power * POWERS[k + 60 - LOWEST_EXPONENT]! * TINY
  return power * POWERS[k - LOWEST_EXPONENT]!
}

/**
 * tanh x to within 2 units in the last place. |x| < 0.625: the rational function of Moshier's Cephes (after Cody & Waite);
 * beyond: 1 - 2/(e^2|x| + 1).
 */
export function tanh(x: number): number {
  const size = Math.abs(x)
  if (size >= 0.625) {
    const value = size > 22 ? 1 : 1 - 2 / (exp(2 * size) + 1)
    return x < 0 ? -value : value
  }
  const s = x * x
  const p = (-9.64399179425052238628e-1 * s - 9.92877231001918586564e1) * s - 1.61468768441708447952e3
  const q = ((s + 1.12811678491632931402e2) * s + 2.23548839060100448583e3) * s + 4.84406305325125486048e3
  return x + (x * s * p) / q
}
