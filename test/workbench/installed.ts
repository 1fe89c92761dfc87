import type { Page } from 'playwright-core'
import { workbenchUrl } from './address'
import { openBrowser } from './browser'
import { provisionHost } from './codeServer'
import type { HostName } from './hosts'
import type { Lifetime } from './lifetime'
import { extensionReady } from './newcomer'
import { notebookReady } from './notebook'
import { workbenchReady } from './page'
import { installExtension, startServer } from './server'

/** A user's VS Code: its version, where it keeps what it keeps, and the folder that is open. */
export interface UsersVSCode {
  readonly version: HostName
  readonly dataFolder: string
  readonly folder: string
}

/** Installs a packaged extension as a user would. */
export const install = async (
  lifetime: Lifetime,
  { version, dataFolder }: UsersVSCode,
  vsix: string
): Promise<void> => {
  const installed = await provisionHost(lifetime, version)
  await installExtension(lifetime, { installed, dataFolder }, vsix)
}

/** The window of that VS Code; nothing in it is under development. It ends with `lifetime`. */
export const openWindow = async (lifetime: Lifetime, { version, dataFolder, folder }: UsersVSCode): Promise<Page> => {
  const server = await startServer(lifetime, { installed: await provisionHost(lifetime, version), dataFolder })
  const page = await (await openBrowser(lifetime, { width: 1280, height: 1100 })).newPage()
  await page.goto(workbenchUrl(server, { folder }))
  await Promise.race([workbenchReady(page), server.died])
  await extensionReady(page)
  return page
}

/** Opens a notebook of the folder with a click in the explorer. */
export const openInExplorer = async (page: Page, name: string): Promise<void> => {
  await page.locator('.explorer-folders-view').getByRole('treeitem', { name }).dblclick()
  await notebookReady(page)
}
