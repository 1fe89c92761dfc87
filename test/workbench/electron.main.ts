#!/usr/bin/env node
import { format } from 'node:util'
import type { Page } from 'playwright-core'
import { workbenchUrl } from './address'
import { openBrowser } from './browser'
import { provisionHost } from './codeServer'
import { desktopSettings, parseDesktopArguments, type DesktopArguments } from './desktopArguments'
import { parseHostName } from './hosts'
import { runMain, temporaryFolder, withinLimit, type Lifetime } from './lifetime'
import { printLog } from './testLog'
import { startServer } from './server'
import { quietSettings, writeSettings } from './settings'

/**
 * Takes the place of the desktop's executable for `runTests({ vscodeExecutablePath })`: takes its arguments, runs the
 * tests in the extension host of a VS Code server with a workbench in a headless browser, and ends with their status.
 * GRADNB_HOST says which VS Code (newest), GRADNB_TEST_SECONDS how long they may take (1800).
 */
const runExtensionTests = async (lifetime: Lifetime): Promise<number> => {
  const args = parseDesktopArguments(process.argv.slice(2))
  if (!args.extension || !args.tests) throw new Error('give --extensionDevelopmentPath= and --extensionTestsPath=')
  const installed = await provisionHost(lifetime, parseHostName(process.env.GRADNB_HOST ?? 'newest'))
  const dataFolder = await temporaryFolder(lifetime, 'server')
  await writeSettings(dataFolder, { ...quietSettings, ...(await desktopSettings(args.userDataFolder)) })
  const { extensionsFolder } = args
  const server = await startServer(lifetime, { installed, dataFolder, extensionsFolder, development: true })
  const page = await (await openBrowser(lifetime, { width: 1280, height: 900 })).newPage()
  const ended = testsEnded(page)
  await page.goto(workbenchUrl(server, { ...args, ...opened(args) }))
  const seconds = Number(process.env.GRADNB_TEST_SECONDS ?? 1800)
  return withinLimit(seconds, `the tests did not end within ${seconds} s`, Promise.race([ended, server.died]))
}

const opened = ({ opened }: DesktopArguments) =>
  opened?.endsWith('.code-workspace') ? { workspace: opened } : { folder: opened }

/** The workbench calls these two when it runs tests: with what they log, and once with their exit code. */
const testsEnded = async (page: Page): Promise<number> => {
  const lost = new Promise<never>((_, reject) => {
    page.once('crash', () => reject(new Error('the page crashed while the tests ran')))
    page.once('close', () => reject(new Error('the page was closed while the tests ran')))
  })
  lost.catch(() => undefined)
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => printLog(format(...args)))
  const exited = new Promise<number>(resolve => page.exposeFunction('codeAutomationExit', resolve))
  return Promise.race([exited, lost])
}

runMain(runExtensionTests)
