import type { Locator, Page } from 'playwright-core'

/** Runs the command with exactly this title through the command palette, as a user would. */
export const runCommand = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('F1')
  await quickInput(page).fill(`>${title}`)
  await option(page, title).click()
}

/** Waits until the command with exactly this title is there: an extension's come a few seconds after the window. */
export const commandReady = async (page: Page, title: string): Promise<void> => {
  for (let tries = 0; tries < 30; tries++) {
    const there = await offers(page, title)
    await page.keyboard.press('Escape')
    if (there) return
  }
  throw new Error(`there is no command '${title}'`)
}

/** Whether the palette has a command now; what else a window does when it starts may close the palette again. */
const offers = async (page: Page, title: string): Promise<boolean> => {
  await page.keyboard.press('F1')
  try {
    await quickInput(page).fill(`>${title}`, { timeout: 2000 })
    await option(page, title).waitFor({ timeout: 1000 })
    return true
  } catch {
    return false
  }
}

/** Picks the entry with exactly this label from the list that is open. */
export const pick = async (page: Page, label: string): Promise<void> => {
  await quickInput(page).fill(label)
  await option(page, label).click()
}

/** An entry is announced by its label and, after a comma, its keys and kin. */
const option = (page: Page, label: string): Locator => {
  const literal = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return page.getByRole('option', { name: new RegExp(`^${literal}(,|$)`) }).first()
}

const quickInput = (page: Page): Locator => page.locator('.quick-input-widget .quick-input-box input').first()
