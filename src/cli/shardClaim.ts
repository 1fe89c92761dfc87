import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { codeOf } from '../disk'

/** The sole right to append to a file, until it is given back. */
export interface Claim {
  release(): void
}

/**
 * Claims `file` by a file beside it, FILE.lock, which names the process that has it. null: another process has it, or may have it: of
 * one on another machine nobody here knows whether it lives. Unlike `locked`, nobody waits: a task that is in doubt has a file of its own to
 * write, and one that was killed a moment ago is known to be gone. Throws the file system's error where FILE.lock cannot be made.
 */
export function claim(file: string): Claim | null {
  const lock = `${file}.lock`
  if (!isMade(lock)) {
    if (!isLeftBehind(lock)) return null
    rmSync(lock, { force: true })
    if (!isMade(lock)) return null
  }
  return { release: () => rmSync(lock, { force: true }) }
}

function isMade(lock: string): boolean {
  try {
    sign(openSync(lock, 'wx'), lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** A lock that the disk has no room to sign is taken away: nobody could tell whether its process lives. */
function sign(descriptor: number, lock: string): void {
  try {
    writeFileSync(descriptor, JSON.stringify({ host: os.hostname(), pid: process.pid }))
  } catch (error) {
    rmSync(lock, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Whether the process that made it was on this machine and has ended. Two processes that find that out at once may both append: on one
 * machine that harms nothing, as a line is one write.
 */
function isLeftBehind(lock: string): boolean {
  try {
    const { host, pid } = JSON.parse(readFileSync(lock, 'utf8')) as { host?: unknown; pid?: unknown }
    return host === os.hostname() && typeof pid === 'number' && !isRunning(pid)
  } catch {
    return false // it is being written, or is gone again
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
