import { setTimeout as pause } from 'node:timers/promises'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { press } from './press'

/** Waits until the notebook is on screen with a kernel, so that its cells can be run. */
export const notebookReady = async (page: Page): Promise<void> => {
  const cells = page.locator('.notebookOverlay .cell-list-container .monaco-list-row')
  // Attached and not visible: the row of a Markdown cell is empty, its text is in the webview.
  await cells
    .first()
    .waitFor({ state: 'attached', timeout: 60_000 })
    .catch(otherwise('the notebook did not open within 60 s'))
  await toolbar(page, 'notebook-execute-all')
    .waitFor()
    .catch(otherwise('the notebook shows no button to run all cells'))
  await toolbar(page, 'notebook-kernel-select')
    .filter({ hasNotText: /select kernel|detecting/i })
    .waitFor()
    .catch(otherwise('no kernel was selected for the notebook'))
}

/** What the open notebook's cells have put out: one webview holds the outputs of all its cells. */
export const notebookOutputs = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')

/** Runs all cells with the toolbar's button, which works wherever the focus is, and waits until the last has ended, well or not. */
export const runAllCells = async (page: Page, { seconds = 120, trust = false } = {}): Promise<void> => {
  await startAllCells(page)
  // Off the button: its tooltip would be in the picture.
  await page.mouse.move(0, 0)
  if (trust) await trustFolder(page)
  const running = toolbar(page, 'notebook-stop')
  // Cells that end at once may never show it.
  await running.waitFor({ timeout: 3000 }).catch(() => undefined)
  const ended = running.waitFor({ state: 'hidden', timeout: seconds * 1000 })
  await ended.catch(otherwise(`the cells were still running after ${seconds} s`))
}

/** Runs all cells and does not wait. */
export const startAllCells = (page: Page): Promise<void> => press(toolbar(page, 'notebook-execute-all'))

/** Stops what runs with the toolbar's button, and does not wait. */
export const stopAllCells = (page: Page): Promise<void> => press(toolbar(page, 'notebook-stop'))

/** Whether any cell runs or waits to be run. */
export const cellsRunning = async (page: Page): Promise<boolean> => (await toolbar(page, 'notebook-stop').count()) > 0

/** Answers VS Code's question whether the folder is trusted, which it asks before the first cell of a folder is run. */
const trustFolder = (page: Page): Promise<void> =>
  page
    .locator('.monaco-dialog-box')
    .getByRole('button', { name: /^trust/i })
    .first()
    .click({ timeout: 30_000 })
    .catch(otherwise('VS Code did not ask whether the folder is trusted'))

/** How many of the cells in view have failed: those out of view are not in the page. */
export const failedCells = (page: Page): Promise<number> =>
  page.locator('.notebookOverlay .codicon-notebook-state-error').count()

/** Waits until nothing on the page has changed for half a second: charts are drawn after their cell has ended. */
export const drawn = async (page: Page): Promise<void> => {
  let before: Buffer = Buffer.alloc(0)
  for (let tries = 0; tries < 20; tries++) {
    const now = await page.screenshot()
    if (now.equals(before)) return
    before = now
    await pause(500)
  }
}

/** The first figure among the notebook's outputs. */
export const firstFigure = (page: Page): Locator =>
  notebookOutputs(page).locator('.output_container .gradnb-run').first()

/** Scrolls the notebook until the first chart among its outputs is wholly in view: outputs far below are not drawn. */
export const showFirstChart = (page: Page): Promise<void> =>
  showOutput(page, notebookOutputs(page).locator('.output_container').locator('canvas, svg').first())

/** Outputs that come into view have yet to be drawn, and a machine that does other work, too, may need a while for that. */
const IN_VIEW_MS = 60_000

/** Scrolls the notebook until this part of an output is wholly in view. */
export const showOutput = async (page: Page, chart: Locator): Promise<void> => {
  const { x, y, height } = (await page.locator('.notebookOverlay .cell-list-container').first().boundingBox())!
  await page.mouse.move(x + 5, y + 100)
  for (const end = Date.now() + IN_VIEW_MS; Date.now() < end; await pause(50)) {
    const box = (await chart.count()) > 0 ? await chart.boundingBox() : null
    if (box && box.y >= y && box.y + box.height <= y + height) return
    await page.mouse.wheel(0, box && box.y < y ? -50 : 50)
  }
  throw new Error(`no chart came into view within ${IN_VIEW_MS / 1000} s`)
}

/** Saves with the keyboard and waits until the tab no longer shows unsaved changes. */
export const saveNotebook = async (page: Page): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+S')
  await page.locator('.tab.active:not(.dirty)').waitFor().catch(otherwise('the notebook was not saved'))
}

const toolbar = (page: Page, icon: string) => page.locator(`.notebook-toolbar-container .codicon-${icon}`)

/** A sentence for people in place of a locator that timed out. */
const otherwise = (sentence: string) => (): never => {
  throw new Error(sentence)
}
