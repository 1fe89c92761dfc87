import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { say } from './cache'
import { copyOfFolder } from './copies'
import { runMain, type Lifetime } from './lifetime'
import { drawn, firstFigure, notebookReady, runAllCells, showOutput } from './notebook'
import { openWorkbench } from './page'
import { runCommand } from './palette'
import type { Theme } from './theme'
import { takeRepairPictures } from './repairPictures'
import { takeWalkthroughPictures } from './walkthroughPictures'

/** `npm run pictures [readme | walkthrough | repairs [THEME [WIDTH]]]`: the README's pictures, the walkthrough's, and bad cells before and after their repair, taken in a real VS Code. */
const FOLDER = 'media/pictures'

const takePictures = async (lifetime: Lifetime): Promise<number> => {
  const [, , only, theme, width] = process.argv
  if (only === undefined || only === 'readme') await takeReadmePictures(lifetime)
  if (only === undefined || only === 'walkthrough')
    for (const each of ['dark', 'light'] as const) await takeWalkthroughPictures(each)
  if (only === undefined || only === 'repairs') await takeRepairPictures(theme, width)
  return 0
}

/** In the theme that every page shows: few know of pictures by theme. */
const takeReadmePictures = async (lifetime: Lifetime): Promise<void> => {
  await takePicture(lifetime, 'light')
  await takeSweepPicture(lifetime, 'light')
}

const takePicture = async (lifetime: Lifetime, theme: Theme): Promise<void> => {
  const folder = await copyOfFolder(lifetime, 'media/samples')
  const size = { width: 1160, height: 1300 }
  const { page, dispose } = await openWorkbench({ folder, file: 'vanishing-and-exploding.gradnb', theme, size })
  await notebookReady(page)
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
  await runAllCells(page)
  await showOutput(page, firstFigure(page))
  await drawn(page)
  const file = path.join(FOLDER, `heatmap-${theme}.png`)
  await page.screenshot({ path: file, clip: await notebookArea(page) })
  say(file)
  await dispose()
}

const SWEEP_SAMPLE = 'initialization.gradnb'

/** A sweep's cell with its sentence and its small pictures; curves and table stand below. */
const takeSweepPicture = async (lifetime: Lifetime, theme: Theme): Promise<void> => {
  const folder = await copyOfFolder(lifetime, 'media/samples')
  const size = { width: 1160, height: 1200 }
  const { page, dispose } = await openWorkbench({ folder, file: SWEEP_SAMPLE, theme, size })
  await notebookReady(page)
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
  await runAllCells(page, { seconds: 300 })
  const caption = firstFigure(page).locator('.gradnb-caption')
  await showOutput(page, caption)
  await drawn(page)
  const file = path.join(FOLDER, `sweep-${theme}.png`)
  await page.screenshot({ path: file, clip: await notebookArea(page, caption) })
  say(file)
  await dispose()
}

/** From the cell in view to the end of its figure, without the workbench around it and the scrollbar. */
const notebookArea = async (page: Page, end: Locator = firstFigure(page)) => {
  const list = await page.locator('.notebookOverlay .cell-list-container').first().boundingBox()
  const editor = await page.locator('.notebookOverlay .code-cell-row .cell-editor-container').first().boundingBox()
  const figure = await end.boundingBox()
  if (!list || !editor || !figure) throw new Error('the notebook is not in view')
  const top = editor.y - 12
  return { x: list.x, y: top, width: list.width - 14, height: figure.y + figure.height + 12 - top }
}

runMain(takePictures)
