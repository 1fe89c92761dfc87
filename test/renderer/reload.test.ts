import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { hostNames } from '../workbench/hosts'
import { enterFirstCell, extensionReady, newNotebook, type } from '../workbench/newcomer'
import { notebookOutputs, notebookReady, runAllCells, startAllCells } from '../workbench/notebook'
import { workbenchReady } from '../workbench/page'
import { Bench, cell, until } from './support'

const ENDLESS = 'hidden_layers: {depth: 20, units: 32}\nepochs: 40000'

/** The last epoch that the figure tells, of a run that goes on or does not; NaN while there is none. */
const epochOf = async (page: Page): Promise<number> => {
  const text = await notebookOutputs(page).locator('.gradnb-state').first().innerText({ timeout: 60_000 })
  return Number(/epoch (\d+) of 40000/.exec(text)?.[1] ?? NaN)
}

/** A window that is closed asks nobody: what VS Code has put away by then is all that is left. */
const reload = async (page: Page): Promise<void> => {
  page.on('dialog', dialog => void dialog.accept())
  await page.reload()
  await workbenchReady(page)
  await notebookReady(page)
}

describe('a window that is loaded again in the middle of a run', function () {
  this.timeout(240_000)
  const bench = new Bench()

  it('shows what was measured long after the first picture', async () => {
    const page = await bench.open([cell('aaaa', ENDLESS)])
    await startAllCells(page)
    await until(async () => (await epochOf(page)) > 0)
    const early = await epochOf(page)
    // Where the editor is not on the machine that trains, VS Code makes its backup ten seconds after a change.
    await page.waitForTimeout(14_000)
    await reload(page)
    const kept = await epochOf(page)
    console.log(`      epoch ${early} at first, ${kept} after the window was loaded again`)
    assert.ok(kept > early, `epoch ${kept} is kept, ${early} was shown at first`)
  })

  it('does so for a notebook that has no file yet', async () => {
    const page = await bench.openEmpty()
    await extensionReady(page)
    await newNotebook(page)
    await notebookReady(page)
    await enterFirstCell(page)
    await type(page, '\nepochs: 40000')
    await startAllCells(page)
    await until(async () => (await epochOf(page)) > 0)
    await page.waitForTimeout(14_000)
    await reload(page)
    assert.ok((await epochOf(page)) > 100)
  })
})

describe('a window that is loaded again without saving', function () {
  this.timeout(240_000)
  const bench = new Bench()

  for (const version of hostNames)
    it(`has what was typed and what was run in the ${version} VS Code, and leaves the file as it is`, async () => {
      const large = 'hidden_layers: {depth: 60, units: 4}\nepochs: 400'
      const page = await bench.open([cell('aaaa', large)], {}, undefined, version)
      const before = await readFile(bench.file)
      await runAllCells(page)
      await enterFirstCell(page)
      await type(page, '\nseed: 4321')
      await page.waitForTimeout(14_000)
      await reload(page)
      await page.locator('.notebookOverlay .cell-editor-part .view-line', { hasText: /seed:\s4321/ }).waitFor()
      await notebookOutputs(page).locator('.gradnb-state', { hasText: 'epoch 400 of 400' }).first().waitFor()
      assert.equal(await page.locator('.tab.dirty').count(), 1)
      assert.ok(before.equals(await readFile(bench.file)), 'the file has changed')
    })
})
