import { exp, ln, type Random } from '../../arithmetic'

/** How a number or a value is drawn; the numbers have been checked. */
export type Draw =
  | { readonly type: 'uniform'; readonly min: number; readonly max: number }
  /** whole numbers, both ends included; at most 2^32 of them */
  | { readonly type: 'int_uniform'; readonly min: number; readonly max: number }
  /** every decade is as likely; min > 0 */
  | { readonly type: 'log_uniform_values'; readonly min: number; readonly max: number }
  | { readonly type: 'normal'; readonly mu: number; readonly sigma: number }

/** The next number of `random`, the same on every machine. */
export function draw(how: Draw, random: Random): number {
  switch (how.type) {
    case 'uniform':
      return between(how.min + random.uniform() * (how.max - how.min), how)
    case 'int_uniform':
      return how.min + random.integer(how.max - how.min + 1)
    case 'log_uniform_values':
      return between(exp(ln(how.min) + random.uniform() * (ln(how.max) - ln(how.min))), how)
    case 'normal':
      return how.mu + how.sigma * random.normal()
    default:
      return how satisfies never
  }
}

/** Rounding may lead a little out. */
const between = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.min(max, Math.max(min, value))

/** The place of a value drawn by its probability; without any, all are as likely. */
export function drawPlace(count: number, probabilities: readonly number[] | null, random: Random): number {
  if (probabilities === null) return random.integer(count)
  let left = random.uniform()
  const place = probabilities.findIndex(probability => (left -= probability) < 0)
  return place >= 0 ? place : probabilities.reduce((last, probability, i) => (probability > 0 ? i : last), 0)
}
