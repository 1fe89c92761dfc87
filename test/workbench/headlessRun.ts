import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { parseNotebook } from '../../src/notebook'
import { openBrowser } from './browser'
import { say } from './cache'
import { copyOfFolder } from './copies'
import { temporaryFolder, withinLimit, type Lifetime } from './lifetime'
import { drawn, failedCells, notebookReady, runAllCells, saveNotebook, showFirstChart } from './notebook'
import { screenshot, workbenchReady } from './page'
import { sampleNotebook, type Project } from './project'
import { serve } from './serve'
import { themeSetting } from './theme'
import { quietSettings, writeSettings } from './settings'

/** `npm start -- --run`: what a user would do with the sample, without a user: open, run, look, save. */
export const runHeadless = async (lifetime: Lifetime, project: Project, artifacts: string): Promise<number> => {
  await rm(artifacts, { recursive: true, force: true })
  await mkdir(artifacts, { recursive: true })
  const dataFolder = await temporaryFolder(lifetime, 'run')
  await writeSettings(dataFolder, { ...quietSettings, ...themeSetting('dark') })
  const samples = await copyOfFolder(lifetime, project.samples)
  const { server, url } = await serve(lifetime, project, { dataFolder, samples, port: 0 })
  const page = await (await openBrowser(lifetime, { width: 1280, height: 1100 })).newPage()
  await page.goto(url)
  const done = withinLimit(240, 'the notebook was not open, run, drawn and saved after 240 s', useNotebook(page))
  await Promise.race([done, server.died]).catch(error =>
    fail(page, path.join(artifacts, 'failure.png'), error as Error)
  )
  await deliver(page, path.join(samples, sampleNotebook), artifacts)
  return 0
}

const useNotebook = async (page: Page): Promise<void> => {
  await workbenchReady(page)
  await notebookReady(page)
  say('running all cells of the notebook')
  await runAllCells(page)
  await showFirstChart(page)
  await drawn(page)
  const failed = await failedCells(page)
  if (failed > 0) throw new Error(`${failed} of the cells in view failed`)
  await saveNotebook(page)
}

const deliver = async (page: Page, notebook: string, artifacts: string): Promise<void> => {
  const picture = path.join(artifacts, 'workbench.png')
  const saved = path.join(artifacts, path.basename(notebook))
  await screenshot(page, picture)
  await copyFile(notebook, saved)
  requireOutputs(await readFile(saved))
  console.log(`${picture}\n${saved}`)
}

/** Each experiment must have left something: a chart in view says nothing about the cells below. */
const requireOutputs = (bytes: Uint8Array): void => {
  const silent = parseNotebook(bytes).cells.filter(({ kind, outputs }) => kind === 'experiment' && outputs.length === 0)
  if (silent.length > 0) throw new Error(`saved without outputs of the cells ${silent.map(cell => cell.id).join(', ')}`)
}

/** The reason in one sentence, and a picture of what stood in the way. */
const fail = async (page: Page, picture: string, error: Error): Promise<never> => {
  await screenshot(page, picture).catch(() => undefined)
  throw new Error(`could not run the notebook in VS Code: ${error.message}\nwhat it showed then: ${picture}`)
}
