import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { formatNotebook } from '../../src/notebook'
import { hostNames, type HostName } from '../workbench/hosts'
import { createLifetime, temporaryFolder, type Lifetime } from '../workbench/lifetime'
import { failedCells, notebookOutputs, notebookReady, runAllCells } from '../workbench/notebook'
import { openWorkbench, screenshot } from '../workbench/page'
import { runCommand } from '../workbench/palette'
import { fileOf } from '../unit/weights/fileOf'
import { cell, PICTURES, until } from './support'

const CSV = 'a,b,y\n1,2,u\n2,1,v\n3,4,u\n4,3,v\n5,6,u\n6,5,v\n'
/** Of a net 2 → 2 → 2. */
const WEIGHTS = { '0.weight': [2, 2], '0.bias': [2], '2.weight': [2, 2], '2.bias': [2] }
const cellOf = (weights: string): string =>
  `name: ${weights.replace('.', '-')}\ndataset: xor\nhidden_layers: [2]\ninitializer: {safetensors: ${weights}}\nepochs: 1`
const CELLS = ['dataset: {csv: own.csv, target: y}\nepochs: 1', 'dataset: iris\nepochs: 1', 'dataset: xor\nepochs: 1']

/** A folder of a stranger: a notebook that reads a file beside it, and perhaps settings that have their way with limits. */
async function strangersFolder(lifetime: Lifetime, settings: object, sources: readonly string[]): Promise<string> {
  const folder = await temporaryFolder(lifetime, 'stranger')
  const cells = sources.map((source, i) => cell(`cell${i}`, source))
  await writeFile(path.join(folder, 'test.gradnb'), formatNotebook({ metadata: {}, cells, extra: {} }))
  await writeFile(path.join(folder, 'own.csv'), CSV)
  await writeFile(path.join(folder, 'own.safetensors'), fileOf(WEIGHTS))
  await mkdir(path.join(folder, '.vscode'))
  await writeFile(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings))
  return folder
}

const underlined = (page: Page) => page.locator('.notebookOverlay .squiggly-error')
const figure = (page: Page, title: string) => notebookOutputs(page).locator('.gradnb-run', { hasText: title }).first()

/** Runs all cells with the button that is there in Restricted Mode only, and waits until all have ended. */
async function runRestricted(page: Page): Promise<void> {
  await pressRestricted(page)
  await notebookOutputs(page).getByText('own.csv is not read in Restricted Mode').first().waitFor()
  for (const title of ['iris', 'xor']) await figure(page, title).waitFor({ state: 'attached' })
}

const pressRestricted = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^Run in Restricted Mode/ })
    .first()
    .click()

async function trustFolder(page: Page): Promise<void> {
  await runCommand(page, 'Workspaces: Manage Workspace Trust')
  await page.getByRole('button', { name: 'Trust', exact: true }).first().click()
  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' })
  await page.locator('.tab', { hasText: 'test.gradnb' }).click()
}

describe('a folder that is not trusted', function () {
  this.timeout(240_000)
  let lifetime: Lifetime
  let page: Page
  beforeEach(() => (lifetime = createLifetime()))
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, path.join(PICTURES, 'failure.png'))
    await lifetime.end()
  })

  async function open(version: HostName, settings: object, sources: readonly string[] = CELLS): Promise<void> {
    const folder = await strangersFolder(lifetime, settings, sources)
    // Its own pages are in tabs, as they were in older versions.
    const quiet = { 'workbench.editor.useModal': 'off' }
    ;({ page } = await openWorkbench({
      lifetime,
      version,
      folder,
      file: 'test.gradnb',
      trusted: false,
      settings: quiet
    }))
    page.setDefaultTimeout(60_000)
    await notebookReady(page)
  }

  for (const version of hostNames) {
    it(`lets cells run in the ${version} VS Code that read no file of it, and all of them once it is trusted`, async () => {
      await open(version, {})
      await until(async () => (await underlined(page).count()) === 1)
      await runRestricted(page)
      await screenshot(page, path.join(PICTURES, `restricted-${version}.png`))
      await until(async () => (await failedCells(page)) === 1)
      await trustFolder(page)
      await until(async () => (await underlined(page).count()) === 0)
      await runAllCells(page)
      await figure(page, 'own').waitFor()
      assert.equal(await failedCells(page), 0)
    })

    it(`has no weights read in the ${version} VS Code, or looked for, until it is trusted`, async () => {
      await open(version, {}, [cellOf('own.safetensors'), cellOf('none.safetensors')])
      await until(async () => (await underlined(page).count()) === 2)
      await pressRestricted(page)
      for (const name of ['own', 'none'])
        await notebookOutputs(page).getByText(`${name}.safetensors is not read in Restricted Mode`).first().waitFor()
      await until(async () => (await failedCells(page)) === 2)
      await trustFolder(page)
      await until(async () => (await underlined(page).count()) === 1)
      await runAllCells(page)
      await figure(page, 'own-safetensors').waitFor({ state: 'attached' })
      await notebookOutputs(page).getByText('none.safetensors cannot be read').first().waitFor()
    })

    it(`has no say about limits in the ${version} VS Code`, async () => {
      await open(version, { 'gradnb.limits.parameters': 1 })
      await runRestricted(page)
      await until(async () => (await failedCells(page)) === 1)
    })
  }
})
