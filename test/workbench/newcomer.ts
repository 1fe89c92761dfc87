import type { Locator, Page } from 'playwright-core'
import { commandReady, runCommand } from './palette'
import { press } from './press'

/** What somebody does who has just opened the window: the command, and the way keys are pressed. */
export const OPEN_SAMPLE = 'Gradient Notebook: Open Sample…'
const KEY_MS = 30

/** Waits until the extension's commands are there. */
export const extensionReady = (page: Page): Promise<void> => commandReady(page, OPEN_SAMPLE)

/** File, New File…: a workbench that has just started answers with an error until its list of file types stands. */
export const newNotebook = async (page: Page): Promise<void> => {
  const entry = page.getByRole('option', { name: /^Gradient Notebook/ }).first()
  const shown = (): Promise<boolean> =>
    entry.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false
    )
  for (let tries = 0; tries < 10; tries++) {
    await runCommand(page, 'Create: New File...')
    if (await shown()) return press(entry)
    await page.keyboard.press('Escape')
  }
  throw new Error('New File… does not offer a Gradient Notebook')
}

/** Puts the cursor behind the first cell's text. */
export const enterFirstCell = async (page: Page): Promise<void> => {
  await page.locator('.notebookOverlay .cell-editor-part .view-lines').first().click()
  await page.keyboard.press('ControlOrMeta+End')
}

export const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: KEY_MS })

/** An entry of the list of suggestions. */
export const suggestion = (page: Page, label: string): Locator =>
  page
    .locator('.suggest-widget.visible .monaco-list-row')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
