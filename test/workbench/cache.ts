import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Lifetime } from './lifetime'

/** Where installed hosts are kept: outside the clone, so that a second clone starts in seconds. */
export const cacheFolder = (): string =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'gradnb')

/** Progress goes to stderr: stdout is for results, such as a URL or test reports. */
export const say = (line: string): void => console.error(`gradnb: ${line}`)

/** Folders built for one machine cannot be used on another that shares the home folder. */
export const forThisMachine = (name: string): string => `${name}-${process.platform}-${process.arch}`

/**
 * The cached folder `name`, made by `install` when it is not there. `install` fills a private folder that is renamed
 * when complete, so whatever carries the final name is whole. A second process waits for the first.
 */
export const installOnce = async (
  lifetime: Lifetime,
  name: string,
  install: (staging: string) => Promise<void>
): Promise<string> => {
  const target = path.join(cacheFolder(), name)
  if (existsSync(target)) return target
  await mkdir(cacheFolder(), { recursive: true })
  await waitForOthers(name)
  if (existsSync(target)) return target
  const staging = `${target}.installing-${process.pid}`
  const discard = lifetime.onEnd(() => remove(staging))
  await mkdir(staging)
  await install(staging)
    .then(() => moveIntoPlace(staging, target))
    .finally(discard)
  return target
}

/** Two processes may have begun at the same instant: the slower one throws its own copy away. */
const moveIntoPlace = (staging: string, target: string): Promise<void> =>
  rename(staging, target).catch(error => {
    if (!existsSync(target)) throw error
  })

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 })

/** Waits while living processes install `name`, and clears away what dead ones left. */
const waitForOthers = async (name: string): Promise<void> => {
  let told = false
  while ((await installers(name)).length > 0) {
    if (!told) say(`another process is installing ${name}; waiting for it`)
    told = true
    await pause(500)
  }
}

const installers = async (name: string): Promise<string[]> => {
  const prefix = `${name}.installing-`
  const names = (await readdir(cacheFolder())).filter(entry => entry.startsWith(prefix))
  const living = names.filter(entry => isAlive(Number(entry.slice(prefix.length))))
  await Promise.all(names.filter(entry => !living.includes(entry)).map(clearOld))
  return living
}

/** Only after an hour: in a container that shares this cache, a living process looks dead from here. */
const clearOld = async (name: string): Promise<void> => {
  const folder = path.join(cacheFolder(), name)
  const found = await stat(folder).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs > 3_600_000) await remove(folder)
}

const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
