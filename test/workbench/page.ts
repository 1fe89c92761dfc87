import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { workbenchUrl } from './address'
import { openBrowser, type WindowSize } from './browser'
import { provisionHost } from './codeServer'
import type { HostName } from './hosts'
import { createLifetime, temporaryFolder, type Lifetime } from './lifetime'
import { installOpener } from './opener'
import { startServer } from './server'
import { quietSettings, writeSettings, type Settings } from './settings'
import { themeSetting, type Theme } from './theme'

export interface WorkbenchOptions {
  /** Default: newest. */
  version?: HostName
  /** Absolute path of the folder to open; without it the window is empty. What a test saves is saved there: hand in a copy. */
  folder?: string
  /** The file to open in it, relative to it. */
  file?: string
  /** Added to settings that keep the workbench quiet. */
  settings?: Settings
  /** Default: true, every folder is trusted; else none is until a person says so, and VS Code asks nobody. */
  trusted?: boolean
  /** Default: dark. */
  theme?: Theme
  size?: WindowSize
  /** The extension under development: the project's root, unless told otherwise. */
  extension?: string
  /** Where the workbench's own end belongs; by default it has one of its own, ended by `dispose`. */
  lifetime?: Lifetime
}

export interface Workbench {
  page: Page
  /** Ends browser and server and removes what they wrote. */
  dispose(): Promise<void>
}

/** A real VS Code in a headless browser, with the extension in its extension host, ready for input. */
export const openWorkbench = async (options: WorkbenchOptions): Promise<Workbench> => {
  const lifetime = options.lifetime ?? createLifetime()
  try {
    return await open(lifetime, options)
  } catch (error) {
    await lifetime.end()
    throw error
  }
}

const open = async (lifetime: Lifetime, options: WorkbenchOptions): Promise<Workbench> => {
  const { version = 'newest', folder, file, trusted = true, size = { width: 1280, height: 900 } } = options
  const installed = await provisionHost(lifetime, version)
  const dataFolder = await temporaryFolder(lifetime, 'workbench')
  const theme = themeSetting(options.theme ?? 'dark')
  await writeSettings(dataFolder, { ...quietSettings, ...untrusting, ...theme, ...options.settings })
  if (file) await installOpener(dataFolder, path.resolve(folder ?? '', file))
  const server = await startServer(lifetime, { installed, dataFolder, development: true, trusted })
  const page = await (await openBrowser(lifetime, size)).newPage()
  await page.goto(workbenchUrl(server, { folder, extension: options.extension ?? process.cwd() }))
  await Promise.race([workbenchReady(page), server.died])
  return { page, dispose: () => lifetime.end() }
}

/** Where folders are not trusted VS Code would ask when it starts; it minds only then. */
const untrusting: Settings = { 'security.workspace.trust.startupPrompt': 'never' }

/** Waits until the workbench is laid out and takes input. Extensions come a few seconds later: see notebookReady. */
export const workbenchReady = async (page: Page): Promise<void> => {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
  await page.locator('.statusbar-item').first().waitFor({ timeout: 60_000 })
}

/** Writes what the window shows, making folders as needed. */
export const screenshot = async (page: Page, file: string): Promise<void> => {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true })
  await page.screenshot({ path: file })
}
