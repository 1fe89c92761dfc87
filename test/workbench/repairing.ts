import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { parseNotebook } from '../../src/notebook'
import { notebookOutputs, showOutput } from './notebook'

/** The cells of the samples about vanishing and exploding that something is wrong with, by notebook. */
export const BAD_CELLS = {
  'vanishing-and-exploding': ['deep-sigmoid', 'exploding', 'large-updates', 'zeros', 'small-random'],
  'deep-nets': ['plain', 'batch-normalization']
} as const satisfies Readonly<Record<string, readonly string[]>>

export type BadSample = keyof typeof BAD_CELLS

/** The text of a sample's cell. */
export async function textOfCell(sample: BadSample, name: string): Promise<string> {
  const { cells } = parseNotebook(await readFile(path.join('media', 'samples', `${sample}.gradnb`)))
  const found = cells.find(({ source }) => source.startsWith(`name: ${name}\n`))
  if (found === undefined) throw new Error(`${sample} has no cell ${name}`)
  return found.source
}

/** The figure of the run that is called `name`; not a picture in a comparison. */
export const figureOf = (page: Page, name: string): Locator =>
  notebookOutputs(page)
    .locator('.gradnb-run')
    .filter({ has: page.locator('.gradnb-headline', { hasText: new RegExp(`^${name} — `) }) })
    .first()

/** Presses Repair beside the verdict of a cell's figure, as a person would. */
export async function pressRepair(page: Page, name: string): Promise<void> {
  const button = figureOf(page, name).getByRole('button', { name: 'Repair' })
  await showOutput(page, button)
  await button.click()
}

/** What stands under cells in a few words, for those in view: findings, whether a remedy helped. */
export const itemsUnder = (page: Page): Locator => page.locator('.notebookOverlay .cell-status-item')
