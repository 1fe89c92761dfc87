/** Ranges that are told. */
const MOST_TOLD = 20

/** "0, 3–5, 9": rising numbers, in short. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  const told = ranges.slice(0, MOST_TOLD).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return [...told, ...(ranges.length > MOST_TOLD ? ['…'] : [])].join(', ')
}
