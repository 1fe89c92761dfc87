import assert from 'node:assert/strict'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { enterFirstCell, extensionReady, newNotebook, OPEN_SAMPLE, suggestion, type } from '../workbench/newcomer'
import { drawn, notebookOutputs, notebookReady } from '../workbench/notebook'
import { openWorkbench, screenshot, type Workbench } from '../workbench/page'
import { pick, runCommand } from '../workbench/palette'
import { press } from '../workbench/press'
import type { Settings } from '../workbench/settings'
import { PICTURES } from './support'

/** How long a newcomer may need from an empty window to a heatmap of a net of their own. */
const SECONDS = 120

/** What a new user does, in a real VS Code, step by step; each step leaves a picture. */
describe('the first minutes of a new user', function () {
  this.timeout(240_000)
  let workbench: Workbench

  const open = async (settings: Settings = {}): Promise<Page> => {
    workbench = await openWorkbench({ theme: 'dark', size: { width: 1200, height: 900 }, settings })
    await extensionReady(workbench.page)
    return workbench.page
  }
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await shoot(workbench.page, 'failure')
    await workbench.dispose()
  })

  it('lead from an empty window to a heatmap of their own net', async () => {
    await writeOwnNet(await open(), 'desktop')
  })

  it('are the same in a browser’s extension host', async () => {
    await writeOwnNet(await open({ 'remote.extensionKind': { 'gradnb.gradnb': ['web'] } }), 'web')
  })

  it('mend a mistake with the light bulb, explain a word under the pointer, and help out an empty cell', async () => {
    const page = await open()
    await newNotebook(page)
    await notebookReady(page)
    await enterFirstCell(page)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.getByText('Insert an example').waitFor()
    await shoot(page, '8-empty')
    await press(page.getByText('Insert an example'))
    await page.getByText(/2 → 32×10 → 2, 9,666 parameters, xavier/).waitFor()
    await page
      .locator('.view-line span')
      .filter({ hasText: /^xavier$/ })
      .first()
      .hover()
    await page.getByText('The two agree where fan_in = fan_out').waitFor()
    await shoot(page, '9-hover')
    await page.mouse.move(600, 700)
    await page.keyboard.press('ControlOrMeta+End')
    await type(page, '\nlr: 0.3')
    await page.locator('.squiggly-error').first().waitFor()
    await page.keyboard.press('ControlOrMeta+.')
    await page.getByText('Move lr into optimizer').waitFor()
    await shoot(page, '10-fix')
    await page.keyboard.press('Enter')
    await page.getByText(/2 → 32×10 → 2, 9,666 parameters, xavier/).waitFor()
  })

  it('offer samples with a picture each, and a walkthrough', async () => {
    const page = await open()
    await runCommand(page, OPEN_SAMPLE)
    await page.getByRole('option', { name: /^Deep nets/ }).waitFor()
    await shoot(page, '5-samples')
    await pick(page, 'Activations')
    await notebookReady(page)
    await shoot(page, '6-sample')
    await runCommand(page, 'Welcome: Open Walkthrough...')
    await pick(page, 'Get started with Gradient Notebook')
    await page.getByText('Make a notebook').first().waitFor()
    await press(page.getByText('Write your own net').first())
    await drawn(page)
    await shoot(page, '7-walkthrough')
  })
})

/** Types as a newcomer would, with what the cell offers, and runs it. */
async function writeOwnNet(page: Page, host: string): Promise<void> {
  const start = Date.now()
  await newNotebook(page)
  await notebookReady(page)
  await shoot(page, `${host}-1-new`)
  await enterFirstCell(page)
  await type(page, '\nactivation: ')
  await suggestion(page, 'sigmoid').waitFor()
  await shoot(page, `${host}-2-values`)
  await type(page, 'sig')
  await page.keyboard.press('Tab')
  // Enter ends the line and does not make 30, the default, of 3.
  await type(page, '\nepochs: 3\nhid')
  await suggestion(page, 'hidden_layers').waitFor()
  await page.keyboard.press('Tab')
  await suggestion(page, '{depth, units}').click()
  await page.keyboard.press('Escape')
  await page.getByText(/2 → 32×10 → 2, 9,666 parameters, xavier/).waitFor()
  await shoot(page, `${host}-3-net`)
  await page.keyboard.press('Control+Enter')
  await notebookOutputs(page).locator('.gradnb-chart canvas').first().waitFor()
  await notebookOutputs(page).getByText('epoch 3 of 3').waitFor()
  const seconds = (Date.now() - start) / 1000
  await drawn(page)
  await shoot(page, `${host}-4-heatmap`)
  await press(page.getByText(/2 → 32×10 → 2, 9,666 parameters, xavier/).first())
  await page.getByText('learning_rate: 0.1').waitFor()
  await shoot(page, `${host}-5-resolved`)
  console.log(`      from an empty window to a heatmap in ${seconds.toFixed(0)} s`)
  assert.ok(seconds < SECONDS)
}

const shoot = (page: Page, name: string): Promise<void> =>
  screenshot(page, path.join(PICTURES, 'first-minutes', `${name}.png`))
