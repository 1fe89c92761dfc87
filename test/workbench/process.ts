import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Lifetime } from './lifetime'

export interface Command {
  /** What is being done, as a phrase after "could not". */
  purpose: string
  command: string
  args: readonly string[]
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** What a person can do when it fails. */
  hint?: string
}

/** The last lines of a log: a failing npm or compiler says the reason at its end. */
export const tail = (log: string, lines = 30): string => log.trimEnd().split('\n').slice(-lines).join('\n')

/**
 * Starts a command as the leader of its own process group, so that ending the group ends its grandchildren too, and so
 * that Ctrl-C in a terminal reaches us alone and everything is ended in order.
 */
export const start = (lifetime: Lifetime, { command, args, cwd, env }: Command): ChildProcess => {
  const child = spawn(command, args, {
    // Windows starts .cmd files through a shell only.
    shell: command.endsWith('.cmd'),

    cwd,
    env: env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const end = lifetime.onEnd(() => endGroup(child))
  child.once('exit', () => void end())
  return child
}

/** Runs a command to its end and answers what it wrote; fails with the tail of it. */
export const run = (lifetime: Lifetime, command: Command): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = start(lifetime, command)
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (log += text))
    child.once('error', error => reject(failure(command, error.message, log)))
    child.once('close', (status, signal) =>
      status === 0 ? resolve(log) : reject(failure(command, `it ended with ${signal ?? `status ${status}`}`, log))
    )
  })

const failure = ({ purpose, command, args, hint }: Command, reason: string, log: string) =>
  new Error(
    [`could not ${purpose}: ${reason}.`, `$ ${[command, ...args].join(' ')}`, tail(log), hint ?? '']
      .join('\n')
      .trimEnd()
  )

/** Ends a process group: asks, waits up to three seconds, then insists. A group that is gone already is fine. */
const endGroup = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined) return
  if (!signalGroup(child.pid, 'SIGTERM')) return
  for (let waited = 0; waited < 3000; waited += 50) {
    await pause(50)
    if (!signalGroup(child.pid, 0)) return
  }
  signalGroup(child.pid, 'SIGKILL')
}

/** Whether the group still had a process to take the signal. */
const signalGroup = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(-pid, signal)
    return true
  } catch (error) {
    // EPERM: macOS answers so for a group of processes that have ended and are not yet waited for.
    if (['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
