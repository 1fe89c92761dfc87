import type { Locator, Page } from 'playwright-core'
import { press } from './press'

/** Runs the command with exactly this title through the command palette, as a user would. */
export const runCommand = async (page: Page, title: string): Promise<void> => {
  for (let tries = 0; tries < 10; tries++) {
    if (await offers(page, title, 5000)) return choose(page, title)
    await page.keyboard.press('Escape')
  }
  throw new Error(`there is no command '${title}'`)
}

/** Waits until the command with exactly this title is there: an extension's come a few seconds after the window. */
export const commandReady = async (page: Page, title: string): Promise<void> => {
  for (let tries = 0; tries < 30; tries++) {
    const there = await offers(page, title, 1000)
    await page.keyboard.press('Escape')
    if (there) return
  }
  throw new Error(`there is no command '${title}'`)
}

/** Whether the palette has a command now; what else a window does when it starts may close the palette again. */
const offers = async (page: Page, title: string, timeout: number): Promise<boolean> => {
  await page.keyboard.press('F1')
  try {
    await quickInput(page).fill(`>${title}`, { timeout: 2000 + timeout })
    await option(page, title).waitFor({ timeout })
    return true
  } catch {
    return false
  }
}

/** Picks the entry with exactly this label from the list that is open. */
export const pick = async (page: Page, label: string): Promise<void> => {
  await quickInput(page).fill(label)
  await choose(page, label)
}

/** Presses an entry. The mouse may rest where the list has opened; what it shows for that would lie over the entry. */
const choose = async (page: Page, label: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await press(option(page, label))
}

/** An entry is announced by its label and, after a comma, its keys and kin. */
const option = (page: Page, label: string): Locator => {
  const literal = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return page.getByRole('option', { name: new RegExp(`^${literal}(,|$)`) }).first()
}

const quickInput = (page: Page): Locator => page.locator('.quick-input-widget .quick-input-box input').first()
