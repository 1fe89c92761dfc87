import type { Locator, Page } from 'playwright-core'
import { pick, runCommand } from './palette'

/** Opens our walkthrough, with the first step that is not done selected. */
export const openWalkthrough = async (page: Page): Promise<void> => {
  await runCommand(page, 'Welcome: Open Walkthrough...')
  await pick(page, 'Get started with Gradient Notebook')
  await steps(page).first().waitFor()
}

/** Its steps, in their order. */
export const steps = (page: Page): Locator => page.locator('.gettingStartedContainer .getting-started-step')

/** The titles of the steps that are ticked in the open walkthrough. */
export const tickedSteps = async (page: Page): Promise<string[]> => {
  await steps(page).first().waitFor()
  const ticked = steps(page).filter({ has: page.locator('.codicon.complete') })
  return (await ticked.locator('.step-title').allInnerTexts()).map(title => title.trim())
}

/** The picture of the step that is selected. */
export const stepPicture = (page: Page): Locator => page.locator('.getting-started-media img').first()
