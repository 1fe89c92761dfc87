import { existsSync } from 'node:fs'
import path from 'node:path'

const commands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome', 'microsoft-edge']

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  name => `/Applications/${name}.app/Contents/MacOS/${name}`
)

/** A browser of the Chromium family that is installed already; CHROME_PATH names one where we would not look. */
export const systemBrowser = (): string | undefined => {
  const named = process.env.CHROME_PATH
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist`)
  if (named) return named
  const candidates = process.platform === 'darwin' ? macApplications : commands.map(onPath)
  return candidates.find(candidate => candidate !== undefined && existsSync(candidate))
}

/** Where `command` is on the PATH. */
export const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map(folder => path.join(folder, command))
    .find(file => existsSync(file))
