import { parseChoice, type Choice } from '../../../src/figure'

/** What an output says of itself. */
export interface OutputMetadata {
  /** the cell that it belongs to */
  readonly cell: string | null
  /** what was chosen for the cell when the output was made */
  readonly choice: Choice | null
  /** the stream that it grows by */
  readonly stream: string | null
}

/** What of an output's metadata, which nobody has checked, is ours. */
export function outputMetadata(value: unknown): OutputMetadata {
  const { cell, choice, stream } = (value ?? {}) as { readonly [key: string]: unknown }
  return { cell: textOrNull(cell), choice: parseChoice(choice), stream: textOrNull(stream) }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
