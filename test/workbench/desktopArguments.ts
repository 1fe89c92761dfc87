import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from './settings'

/** What the desktop VS Code is told on its command line, as far as a workbench in a browser can follow. */
export interface DesktopArguments {
  extension?: string
  tests?: string
  userDataFolder?: string
  extensionsFolder?: string
  disableExtensions: boolean
  /** The folder or .code-workspace file to open. */
  opened?: string
}

/** Reads `--name=value` arguments and one path, and leaves out switches that mean something on the desktop only. */
export const parseDesktopArguments = (args: readonly string[]): DesktopArguments => {
  const valueOf = (name: string) =>
    args.filter(arg => arg.startsWith(`--${name}=`)).map(arg => arg.slice(name.length + 3))
  const extensions = valueOf('extensionDevelopmentPath')
  const paths = args.filter(arg => !arg.startsWith('-'))
  // The workbench in a browser keeps the last of several and is silent about it.
  if (extensions.length > 1) throw new Error('only one --extensionDevelopmentPath can be given here')
  if (paths.length > 1) throw new Error(`only one folder can be opened here, not: ${paths.join(', ')}`)
  return {
    extension: extensions[0],
    tests: valueOf('extensionTestsPath')[0],
    userDataFolder: valueOf('user-data-dir')[0],
    extensionsFolder: valueOf('extensions-dir')[0],
    disableExtensions: args.includes('--disable-extensions'),
    opened: paths[0] && path.resolve(paths[0])
  }
}

/** The settings a test put where the desktop keeps them. */
export const desktopSettings = async (userDataFolder: string | undefined): Promise<Settings> => {
  if (!userDataFolder) return {}
  const text = await readFile(path.join(userDataFolder, 'User', 'settings.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Settings
}
