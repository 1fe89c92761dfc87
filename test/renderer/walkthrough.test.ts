import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { formatNotebook } from '../../src/notebook'
import { enterFirstCell, extensionReady, newNotebook, OPEN_SAMPLE, type } from '../workbench/newcomer'
import { drawn, firstFigure, notebookOutputs, notebookReady, runAllCells } from '../workbench/notebook'
import { openWorkbench, screenshot, type Workbench } from '../workbench/page'
import { pick, runCommand } from '../workbench/palette'
import { openWalkthrough, showStep, stepPicture, tickedSteps } from '../workbench/walkthrough'
import { PICTURES } from './support'

const STEPS = [
  'Make a notebook',
  'Run its cell',
  'Read the heatmap',
  'Write your own net',
  'Learn from samples',
  'Bring your own data'
]

/** In a real VS Code: steps tick when, and only when, they have been done. */
describe('the walkthrough', function () {
  this.timeout(240_000)
  let workbench: Workbench
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-walkthrough-'))
    await writeFile(path.join(folder, 'own.gradnb'), ownNotebook())
    await writeFile(path.join(folder, 'fruit.csv'), ownTable())
    workbench = await openWorkbench({ folder, size: { width: 1280, height: 800 } })
    await extensionReady(workbench.page)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await shoot(workbench.page, 'failure')
    await workbench.dispose()
    await rm(folder, { recursive: true, force: true })
  })

  it('ticks no step that was only looked at, cancelled or failed', async () => {
    const { page } = workbench
    await openWalkthrough(page)
    for (const title of STEPS) await showStep(page, title)
    await drawn(page)
    await runCommand(page, OPEN_SAMPLE)
    await page.getByRole('option', { name: /^Deep nets/ }).waitFor()
    await page.keyboard.press('Escape')
    await ticked(page, [])
    await newNotebook(page)
    await notebookReady(page)
    await enterFirstCell(page)
    await type(page, '\nactivation: sigmoit')
    await runAllCells(page)
    await notebookOutputs(page).getByText('This cell cannot run yet').first().waitFor()
    await ticked(page, ['Make a notebook'])
  })

  it('ticks each step when it has been done', async () => {
    const { page } = workbench
    await newNotebook(page)
    await notebookReady(page)
    await runAllCells(page)
    await ticked(page, STEPS.slice(0, 2))
    await tab(page, 'Untitled-1').click()
    await firstFigure(page).waitFor()
    const chart = firstFigure(page).locator('.gradnb-chart')
    await chart.press('ArrowRight')
    await pause(600)
    await chart.press('ArrowDown')
    await ticked(page, STEPS.slice(0, 3))
    await tab(page, 'Untitled-1').click()
    await enterFirstCell(page)
    await type(page, '\nepochs: 3')
    await runAllCells(page)
    await ticked(page, STEPS.slice(0, 4))
  })

  it('does not take a sample’s data for a person’s own', async () => {
    const { page } = workbench
    await runCommand(page, OPEN_SAMPLE)
    await pick(page, 'Your own data')
    await notebookReady(page)
    await runAllCells(page)
    await ticked(page, ['Run its cell', 'Learn from samples'])
  })

  it('ticks own data when a cell has read them', async () => {
    const { page } = workbench
    await page.getByRole('treeitem', { name: 'own.gradnb' }).dblclick()
    await tab(page, 'own.gradnb').waitFor()
    await notebookReady(page)
    await runAllCells(page)
    await ticked(page, ['Run its cell', 'Bring your own data'])
  })

  it('shows its pictures at their full size', async () => {
    const { page } = workbench
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
    await openWalkthrough(page)
    for (const title of STEPS) {
      await showStep(page, title)
      await drawn(page)
      await shoot(page, title.toLowerCase().replaceAll(' ', '-'))
      const { shown, own, bottom } = await stepPicture(page).evaluate(image => ({
        shown: image.clientWidth,
        own: (image as HTMLImageElement).naturalWidth,
        bottom: image.getBoundingClientRect().bottom
      }))
      assert.ok(Math.abs(shown / own - 1) < 0.03, `${title}: ${own} wide, shown ${shown} wide`)
      assert.ok(own > 300 && bottom <= 800, `${title}: ${own} wide, down to ${bottom}`)
    }
  })
})

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) })

/** The walkthrough shows just these steps as done, at once or a few seconds after it was opened first. */
async function ticked(page: Page, titles: readonly string[]): Promise<void> {
  await drawn(page)
  await openWalkthrough(page)
  for (let tries = 0; tries < 60 && titles.join() !== (await tickedSteps(page)).join(); tries++) await pause(500)
  assert.deepEqual(await tickedSteps(page), titles)
  await drawn(page) // the page takes the focus once more
}

const shoot = (page: Page, name: string): Promise<void> =>
  screenshot(page, path.join(PICTURES, 'walkthrough', `${name}.png`))

const ownNotebook = (): Uint8Array =>
  formatNotebook({
    metadata: {},
    cells: [
      {
        id: 'own',
        kind: 'experiment',
        source: 'dataset: {csv: fruit.csv, target: kind}\nepochs: 2',
        outputs: [],
        extra: {}
      }
    ],
    extra: {}
  })

/** Thirty fruits of two kinds. */
const ownTable = (): string =>
  ['size,weight,kind', ...Array.from({ length: 30 }, (_, i) => `${i},${i % 7},${i % 2 ? 'plum' : 'fig'}`), ''].join(
    '\n'
  )
