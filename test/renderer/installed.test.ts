import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseNotebook } from '../../src/notebook'
import { freshClone, runIn } from '../unit/packaging/freshClone'
import { copyOfFolder } from '../workbench/copies'
import { hostNames } from '../workbench/hosts'
import { install, openInExplorer, openWindow, type UsersVSCode } from '../workbench/installed'
import { createLifetime, temporaryFolder, type Lifetime } from '../workbench/lifetime'
import {
  cellsRunning,
  failedCells,
  notebookOutputs,
  runAllCells,
  saveNotebook,
  showFirstChart
} from '../workbench/notebook'
import { screenshot } from '../workbench/page'
import { quietSettings, writeSettings } from '../workbench/settings'
import { PICTURES } from './support'

const SAMPLE = 'first-steps.gradnb'

/** What is installed is what ships, and nobody is there but its user. */
describe('the extension that is installed from its package', function () {
  this.timeout(400_000)
  let clone = ''
  let vsix = ''
  let lifetime: Lifetime

  before(async () => {
    clone = await freshClone()
    await runIn(clone, path.resolve('node_modules/.bin/vsce'), ['package'])
    vsix = path.join(
      clone,
      (await readdir(clone)).find(name => name.endsWith('.vsix'))!
    )
  })
  after(() => rm(clone, { recursive: true }))
  beforeEach(() => (lifetime = createLifetime()))
  afterEach(() => lifetime.end())

  for (const version of hostNames)
    it(`runs a sample in the ${version} VS Code, and draws it without running when the file is opened again`, async () => {
      const user = await newUser(version)
      const file = path.join(user.folder, SAMPLE)
      await install(lifetime, user, vsix)
      await inWindow(user, async page => {
        await runAllCells(page, { trust: true })
        assert.equal(await failedCells(page), 0)
        await saveNotebook(page)
      })
      const saved = await readFile(file)
      const experiments = parseNotebook(saved).cells.filter(({ kind }) => kind === 'experiment')
      assert.ok(experiments.length > 0)
      assert.deepEqual(
        experiments.filter(({ outputs }) => outputs.length !== 1),
        []
      )
      await inWindow(user, async page => {
        await showFirstChart(page)
        await notebookOutputs(page).locator('.gradnb-state', { hasText: 'epoch 30 of 30' }).first().waitFor()
        await screenshot(page, path.join(PICTURES, `installed-${version}.png`))
        assert.equal(await cellsRunning(page), false)
        assert.equal(await page.locator('.tab.dirty').count(), 0)
      })
      assert.ok(saved.equals(await readFile(file)), 'opening changed the file')
    })

  async function newUser(version: UsersVSCode['version']): Promise<UsersVSCode> {
    const dataFolder = await temporaryFolder(lifetime, 'user')
    // Else one of the versions asks when the folder is opened, the other when the first cell is run.
    await writeSettings(dataFolder, { ...quietSettings, 'security.workspace.trust.startupPrompt': 'never' })
    return { version, dataFolder, folder: await copyOfFolder(lifetime, 'media/samples') }
  }

  /** A window of its own, which is closed afterwards. */
  async function inWindow(user: UsersVSCode, use: (page: Awaited<ReturnType<typeof openWindow>>) => Promise<void>) {
    const session = createLifetime()
    try {
      const page = await openWindow(session, user)
      await openInExplorer(page, SAMPLE)
      await use(page).catch(async error => {
        await screenshot(page, path.join(PICTURES, `installed-${user.version}-failure.png`))
        throw error
      })
    } finally {
      await session.end()
    }
  }
})
