/** Microseconds a call of `run`, from calls that fill `milliseconds`. */
export function block(run: () => void, milliseconds: number): number {
  const start = performance.now()
  let calls = 0
  let spent = 0
  do {
    run()
    calls++
    spent = performance.now() - start
  } while (spent < milliseconds)
  return (spent / calls) * 1e3
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Calls `run` until V8 has had the time to optimise what it calls: it does so in another thread and takes up the result only when
 * a function is entered anew.
 */
export const warmUp = (run: () => void, milliseconds = 300): void => void block(run, milliseconds)
