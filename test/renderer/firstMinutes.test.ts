import assert from 'node:assert/strict'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { notebookOutputs, notebookReady } from '../workbench/notebook'
import { openWorkbench, screenshot, type Workbench } from '../workbench/page'
import { commandReady, pick, runCommand } from '../workbench/palette'
import { PICTURES } from './support'

/** How long a newcomer may need from an empty window to a heatmap of a net of their own; this test types like one. */
const SECONDS = 120
const OPEN_SAMPLE = 'Gradient Notebook: Open Sample…'
const KEY_MS = 30

/** What a new user does, in a real VS Code, step by step; each step leaves a picture. */
describe('the first minutes of a new user', function () {
  this.timeout(240_000)
  let workbench: Workbench

  beforeEach(async () => {
    workbench = await openWorkbench({ theme: 'dark', size: { width: 1200, height: 900 } })
    await commandReady(workbench.page, OPEN_SAMPLE)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await shoot(workbench.page, 'failure')
    await workbench.dispose()
  })

  it('lead from an empty window to a heatmap of their own net', async () => {
    const { page } = workbench
    const start = Date.now()
    await newFile(page)
    await notebookReady(page)
    await shoot(page, '1-new')
    await firstCell(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await type(page, 'activation: ')
    await suggestion(page, 'sigmoid').waitFor()
    await shoot(page, '2-values')
    await type(page, 'sig')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await type(page, 'hid')
    await suggestion(page, 'hidden_layers').waitFor()
    await page.keyboard.press('Tab')
    await suggestion(page, '{depth, units}').click()
    await shoot(page, '3-places')
    await page.keyboard.press('Escape')
    await page.getByText(/2 → 32×10 → 2, 9,\d+ parameters, xavier/).waitFor()
    await page.keyboard.press('Control+Enter')
    await notebookOutputs(page).locator('.gradnb-chart canvas').first().waitFor()
    const seconds = (Date.now() - start) / 1000
    await page.waitForTimeout(1500)
    await shoot(page, '4-heatmap')
    console.log(`      from an empty window to a heatmap in ${seconds.toFixed(0)} s`)
    assert.ok(seconds < SECONDS)
  })

  it('offer samples with a picture each, and a word to every mistake', async () => {
    const { page } = workbench
    await runCommand(page, OPEN_SAMPLE)
    await page.getByRole('option', { name: /^Deep nets/ }).waitFor()
    await shoot(page, '5-samples')
    await pick(page, 'Activations')
    await notebookReady(page)
    await shoot(page, '6-sample')
  })
})

const shoot = (page: Page, name: string): Promise<void> =>
  screenshot(page, path.join(PICTURES, 'first-minutes', `${name}.png`))
/** File, New File…: a workbench that has just started answers with an error until its list of file types stands. */
async function newFile(page: Page): Promise<void> {
  const entry = page.getByRole('option', { name: /^Gradient Notebook/ }).first()
  for (let tries = 0; tries < 10; tries++) {
    await runCommand(page, 'Create: New File...')
    if (
      await entry.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false
      )
    )
      return entry.click()
    await page.keyboard.press('Escape')
  }
  throw new Error('New File… does not offer a Gradient Notebook')
}
const firstCell = (page: Page) => page.locator('.notebookOverlay .cell-editor-part .view-lines').first()
const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: KEY_MS })
const suggestion = (page: Page, label: string) =>
  page
    .locator('.suggest-widget.visible .monaco-list-row')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
