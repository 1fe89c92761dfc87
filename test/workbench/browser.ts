import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { provisionBrowser } from './chromium'
import type { Lifetime } from './lifetime'

export interface WindowSize {
  width: number
  height: number
  /** pixels of the screen in one of the page; default: 1 */
  density?: number
}

/** Background services only: without these flags each start looks for updates and accounts on the network. */
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** A headless browser with one window of a known size, ended with `lifetime`. */
export const openBrowser = async (
  lifetime: Lifetime,
  { density = 1, ...viewport }: WindowSize
): Promise<BrowserContext> => {
  const { executable, env } = await provisionBrowser(lifetime)
  const browser = await launch(executable, { ...definedEnvironment(), ...env })
  lifetime.onEnd(() => browser.close())
  // The clipboard: VS Code asks for it when text is pasted, and a question nobody answers stops a test.
  return browser.newContext({
    viewport,
    deviceScaleFactor: density,
    permissions: ['clipboard-read', 'clipboard-write']
  })
}

const launch = (executablePath: string, env: Record<string, string>): Promise<Browser> =>
  chromium
    .launch({
      executablePath,
      env,
      args: quietFlags,
      // Chromium refuses its sandbox to root alone.
      chromiumSandbox: process.getuid?.() !== 0,
      // Signals are obeyed by our lifetime, which ends the browser before the server.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
    })
    .catch(error => {
      throw new Error(`could not start the browser ${executablePath}:\n${(error as Error).message}`)
    })

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
