/** What the system's error codes mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk or the terminal reports an error'
}

/** The code of a system's error, or null for any other. */
export const codeOf = (error: unknown): string | null => (error as NodeJS.ErrnoException | null)?.code ?? null

/** Why the system refused: "the disk is full", or the code where there are no words for it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === null) return error instanceof Error ? error.message : String(error)
  return REASONS[code] ?? code
}
