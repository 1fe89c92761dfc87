/**
 * The newest of what was recorded now and then that is not later than `epoch`; the first there is where all are later; null without any.
 */
export const recordedAt = <Part extends { readonly epoch: number }>(
  parts: readonly Part[],
  epoch: number
): Part | null => parts.filter(part => part.epoch <= epoch).at(-1) ?? parts[0] ?? null
