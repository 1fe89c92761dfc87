import { stat } from 'node:fs/promises'

/** Whether nobody may write the file, as its owner's permission says; false where there is no file. */
export const isLocked = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mode }) => (mode & OWNER_WRITES) === 0,
    () => false
  )

const OWNER_WRITES = 0o200
