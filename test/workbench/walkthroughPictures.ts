import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { say } from './cache'
import { enterFirstCell, extensionReady, newNotebook, OPEN_SAMPLE, suggestion, type } from './newcomer'
import { drawn, firstFigure, notebookReady, showOutput } from './notebook'
import { openWorkbench } from './page'
import { runCommand } from './palette'
import type { Theme } from './theme'

const FOLDER = 'media/walkthrough'
/** The width of a walkthrough's pane in a window of 1280; VS Code takes three pixels of a picture for two of the page. */
const WIDTH = 520
const DENSITY = 1.5
const HEIGHT = 900
/** A list of samples is not as wide as its window. */
const WIDE = { width: 840, height: HEIGHT, density: DENSITY }

/** The pictures of the walkthrough's steps, in one theme. */
export const takeWalkthroughPictures = async (theme: Theme): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  const { page, dispose } = await openWorkbench({ theme, size: WIDE, settings: NARROW })
  const take = takerOf(page, theme)
  await extensionReady(page)
  await runCommand(page, OPEN_SAMPLE)
  await page.getByRole('option', { name: /^Deep nets/ }).waitFor()
  await take('samples', (await page.locator('.quick-input-widget').boundingBox())!)
  await page.keyboard.press('Escape')
  await newNotebook(page)
  await notebookReady(page)
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
  await take('cell', top(260))
  await enterFirstCell(page)
  await type(page, '\nhidden_layers: {depth: 10, units: 32')
  await page.keyboard.press('End')
  await type(page, '\nactivation: ')
  await suggestion(page, 'sigmoid').waitFor()
  await type(page, 'sig')
  await page.keyboard.press('ControlOrMeta+Space')
  await page.locator('.suggest-details').waitFor()
  await take('completion', top(340))
  await page.keyboard.press('Tab')
  await page.setViewportSize({ width: WIDTH, height: 2 * HEIGHT })
  await page.keyboard.press('ControlOrMeta+Enter')
  await showOutput(page, firstFigure(page).locator('.gradnb-chart canvas').first())
  await take('heatmap', await heatmapBox(page))
  await dispose()
}

/** Nothing beside the editor. */
const NARROW = { 'workbench.activityBar.location': 'hidden', 'workbench.layoutControl.enabled': false }

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** From the notebook's toolbar on. */
const top = (height: number): Box => ({ x: 0, y: 36, width: WIDTH, height })

/** A figure's heatmap, with title and legend: one canvas has all of the figure. */
const heatmapBox = async (page: Page): Promise<Box> => {
  const { y } = (await firstFigure(page).locator('.gradnb-chart canvas').first().boundingBox())!
  return { x: 0, y: y + CURVES, width: WIDTH, height: HEATMAP }
}

/** How high the curves above the heatmap of ten layers are, and it. */
const [CURVES, HEATMAP] = [148, 312]

const takerOf =
  (page: Page, theme: Theme) =>
  async (name: string, clip: Box): Promise<void> => {
    await page.mouse.move(0, 0) // off what would show a tooltip
    await drawn(page)
    const file = path.join(FOLDER, `${name}-${theme}.png`)
    await page.screenshot({ path: file, clip: { ...clip, width: Math.min(clip.width, WIDTH) } })
    say(file)
  }
