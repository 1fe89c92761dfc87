import { setTimeout as sleep } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { codeOf } from '../disk'
import { CommandError } from './exitStatus'
import { complain } from './print'

/** A lock whose holder has not touched it for so long is taken over: its process was killed. */
const STALE_MS = 10_000
/** Longer than it takes a killed process's lock to grow stale, and a living one to save. */
const PATIENCE_MS = 30_000
const PAUSE_MS = 50
/** After so long a person is told why nothing happens. */
const TELL_MS = 3000
/** So often the system may refuse: it also does while another takes a stale lock over. */
const REFUSALS = 5

/**
 * Does `work` while no other gradnb reads or writes `file` (links followed already): the folder FILE.lock stands beside it
 * until then. Where the folder takes no locks, `work` is done without. Throws a `CommandError` when the lock is not to be had.
 */
export async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(file)
  try {
    return await work()
  } finally {
    await release?.().catch(() => {}) // taken over, or gone with its folder
  }
}

/** Null where the folder takes no locks: the writing itself tells what is wrong with it. */
async function acquire(file: string): Promise<(() => Promise<void>) | null> {
  let refusals = 0
  for (let waited = 0; waited <= PATIENCE_MS; waited += PAUSE_MS)
    try {
      return await lock(file, { realpath: false, stale: STALE_MS, onCompromised })
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED' && ++refusals === REFUSALS) return null
      if (waited === TELL_MS) complain(`gradnb: waiting for another gradnb to finish writing ${file}`)
      await sleep(PAUSE_MS)
    }
  throw new CommandError(
    `${file} cannot be written: another gradnb is writing it; if none is running, remove the folder ${file}.lock`
  )
}

/** Work that outlasts its lock still writes a whole file; ending the process then would lose more than it saves. */
const onCompromised = (): void => {}
