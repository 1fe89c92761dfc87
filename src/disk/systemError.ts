import { TEXTS } from './texts'

/** The code of a system's error, or null for any other. */
export const codeOf = (error: unknown): string | null => (error as NodeJS.ErrnoException | null)?.code ?? null

/** Why the system refused: "the disk is full", or the code where there are no words for it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === null) return error instanceof Error ? error.message : String(error)
  return TEXTS.reasons[code] ?? code
}
