import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { say } from './cache'
import { enterFirstCell, extensionReady, newNotebook, OPEN_SAMPLE, suggestion, type } from './newcomer'
import { drawn, notebookOutputs, notebookReady } from './notebook'
import { openWorkbench } from './page'
import { runCommand } from './palette'
import type { Theme } from './theme'

const FOLDER = 'media/walkthrough'
/** What a walkthrough's pane shows without making it smaller; each byte is paid by every user. */
const SIZE = { width: 840, height: 900 }

/** The pictures of the walkthrough's steps, in one theme. */
export const takeWalkthroughPictures = async (theme: Theme): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  const { page, dispose } = await openWorkbench({
    theme,
    size: SIZE,
    settings: { 'workbench.statusBar.visible': true }
  })
  const take = takerOf(page, theme)
  await extensionReady(page)
  await runCommand(page, OPEN_SAMPLE)
  await page.getByRole('option', { name: /^Deep nets/ }).waitFor()
  await take('samples', 360, 0)
  await page.keyboard.press('Escape')
  await newNotebook(page)
  await notebookReady(page)
  await take('cell', 300)
  await enterFirstCell(page)
  await type(page, '\nhidden_layers: {depth: 10, units: 32')
  await page.keyboard.press('End')
  await type(page, '\nactivation: ')
  await suggestion(page, 'sigmoid').waitFor()
  await type(page, 'sig')
  await page.keyboard.press('ControlOrMeta+Space')
  await page.locator('.suggest-details').waitFor()
  await take('completion', 400)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await notebookOutputs(page).locator('.gradnb-chart canvas').first().waitFor()
  await take('heatmap', 620, 215)
  await dispose()
}

/** Without the bars at the window's sides. */
const takerOf =
  (page: Page, theme: Theme) =>
  async (name: string, height: number, top = 36) => {
    await drawn(page)
    const file = path.join(FOLDER, `${name}-${theme}.png`)
    const x = 52
    await page.screenshot({ path: file, clip: { x, y: top, width: SIZE.width - x, height } })
    say(file)
  }
