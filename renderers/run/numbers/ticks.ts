/** The least of 1, 2, 5 · 10ⁿ that is not below `least`, a positive number. */
export function niceStep(least: number): number {
  const decade = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map(step => step * decade).find(step => step >= least)!
}

/** The multiples of `step` within `from` … `to`. */
export function multiples(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
}

/** 0, the last epoch and whole steps of 1, 2 or 5 · 10ⁿ between, at most about `most`. */
export function epochTicks(epochs: number, most: number): number[] {
  const step = wholeStep(epochs, most)
  const inner = multiples(step, 0, epochs)
  return epochs - inner.at(-1)! > step * 0.6 ? [...inner, epochs] : inner
}

/** The whole steps of 1, 2 or 5 · 10ⁿ within `from` … `to`, at most about `most`. */
export const ticksBetween = (from: number, to: number, most: number): number[] =>
  multiples(wholeStep(to - from, most), from, to)

const wholeStep = (length: number, most: number): number => niceStep(Math.max(1, length / most))
