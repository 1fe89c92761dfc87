import type { Locator, Page } from 'playwright-core'

/** Opens our walkthrough by keys alone: a pointer on its way to a list would cross figures. */
export const openWalkthrough = async (page: Page): Promise<void> => {
  await page.mouse.move(0, 0)
  await page.keyboard.press('F1')
  await choose(page, '>Welcome: Open Walkthrough...', 'Welcome: Open Walkthrough')
  await choose(page, 'Get started with Gradient Notebook', 'Get started with Gradient')
  await steps(page).first().waitFor()
}

/** Types into the list that is open, and takes its entry with Enter. */
const choose = async (page: Page, text: string, label: string): Promise<void> => {
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(text)
  const entry = page.locator('.quick-input-widget .monaco-list-row.focused')
  await entry.filter({ hasText: label }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** Its steps, in their order. */
const steps = (page: Page): Locator => page.locator('.gettingStartedContainer .getting-started-step')

/** Shows a step. Its title takes the click: in the middle of one that is open may be a link, which would do what the step is about. */
export const showStep = (page: Page, title: string): Promise<void> =>
  steps(page).locator('.step-title', { hasText: title }).click()

/** The titles of the steps that are ticked in the open walkthrough. */
export const tickedSteps = async (page: Page): Promise<string[]> => {
  await steps(page).first().waitFor()
  const ticked = steps(page).filter({ has: page.locator('.codicon.complete') })
  return (await ticked.locator('.step-title').allInnerTexts()).map(title => title.trim())
}

/** The picture of the step that is selected. */
export const stepPicture = (page: Page): Locator => page.locator('.getting-started-media img').first()
