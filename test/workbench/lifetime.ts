import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'

type Cleanup = () => void | Promise<void>

/**
 * Everything a command started and has to end: servers, browsers, temporary folders. One object per command, handed to
 * whoever starts something, so that no process outlives the command however it ends.
 */
export interface Lifetime {
  /** Registers `cleanup` for the end; the answer runs it early, once. */
  onEnd(cleanup: Cleanup): () => Promise<void>
  /** Runs all cleanups, the newest first, as what was started last may lean on what was started before. */
  end(): Promise<void>
}

export const createLifetime = (): Lifetime => {
  const finishers = new Set<() => Promise<void>>()
  return {
    onEnd(cleanup) {
      let finished: Promise<void> | undefined
      // Kept until it is through: the end must wait for a cleanup that began just before it.
      const finish = () =>
        (finished ??= Promise.resolve()
          .then(cleanup)
          .finally(() => finishers.delete(finish)))
      finishers.add(finish)
      return finish
    },
    async end() {
      for (const finish of [...finishers].reverse()) await finish().catch(report)
    }
  }
}

/** A folder that is gone at the end. Its real path, as VS Code compares paths as text and macOS links its /tmp. */
export const temporaryFolder = async (lifetime: Lifetime, name: string): Promise<string> => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), `gradnb-${name}-`)))
  lifetime.onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Runs a command's body and leaves with its status; a signal ends what the body started, then the command. */
export const runMain = (body: (lifetime: Lifetime) => Promise<number>): void => {
  const lifetime = createLifetime()
  let leaving = false
  const leave = async (status: number) => {
    // What we end reports its end; once we are leaving, that is no news.
    if (leaving) return
    leaving = true
    await lifetime.end()
    process.exit(status)
  }
  // `once`: a second Ctrl-C, while the first is being obeyed, ends the command at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leave(128 + constants.signals[signal]))
  body(lifetime).then(leave, error => {
    if (!leaving) report(error)
    return leave(1)
  })
}

/** Sentences for a person; the stack only on demand, as it says nothing about a missing compiler. */
const report = (error: unknown): void => {
  const shown =
    process.env.GRADNB_DEBUG && error instanceof Error ? error.stack : String((error as Error)?.message ?? error)
  console.error(`gradnb: ${shown}`)
}

/** Rejects with `sentence` when `work` takes longer than `seconds`. */
export const withinLimit = async <T>(seconds: number, sentence: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), seconds * 1000)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
