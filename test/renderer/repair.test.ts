import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { loud, diagnose } from '../../src/diagnosis'
import { parseNotebook, type Cell } from '../../src/notebook'
import { parseRecord, RECORD_MIME, type RunRecord } from '../../src/record'
import { runAllCells, saveNotebook, startAllCells, stopAllCells } from '../workbench/notebook'
import { hostNames } from '../workbench/hosts'
import { runCommand } from '../workbench/palette'
import { press } from '../workbench/press'
import { BAD_CELLS, figureOf, itemsUnder, pressRepair, textOfCell, type BadSample } from '../workbench/repairing'
import { Bench, cell, until } from './support'

const recordOf = ({ outputs }: Cell): RunRecord | null => {
  const item = outputs.flatMap(({ items }) => items).find(({ mime }) => mime === RECORD_MIME)
  return item === undefined ? null : parseRecord(item.data)
}

/** The cell that keys are about, from 0; null where the focus is elsewhere. */
const cellWithFocus = (page: Page): Promise<string | null> =>
  page
    .locator('.notebookOverlay .monaco-list:focus .code-cell-row.focused')
    .getAttribute('data-index', { timeout: 20_000 })

/** A net whose first layers hear nothing, and whose runs last longer than any test. */
const ENDLESS = 'name: endless\nhidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 40000'

/** Off the figure and the toolbar, so that keys are the notebook's. */
const focusCell = (page: Page): Promise<void> => runCommand(page, 'Notebook: Focus First Cell')

/** Looks among all notifications: not every VS Code without a desktop shows new ones by itself. */
async function notification(page: Page, text: string): Promise<Locator> {
  await runCommand(page, 'Notifications: Show Notifications')
  return page.locator('.notifications-center .notification-list-item', { hasText: text }).first()
}

/** What a person does with the bad cells of the samples about vanishing and exploding, in a real VS Code. */
describe('Repair in a figure', function () {
  this.timeout(240_000)
  const bench = new Bench()
  const cellsNow = async (): Promise<readonly Cell[]> => parseNotebook(await readFile(bench.file)).cells

  for (const [sample, names] of Object.entries(BAD_CELLS))
    for (const name of names)
      it(`of ${name} clears what is found with one click, says so below the new cell, and is undone by one key`, async () => {
        const text = await textOfCell(sample as BadSample, name)
        const page = await bench.open([cell('aaaa', text)])
        await runAllCells(page)
        await pressRepair(page, name)
        await figureOf(page, `${name}-repaired`).locator('.gradnb-verdict').waitFor()
        await itemsUnder(page).filter({ hasText: 'This repaired it' }).first().waitFor()
        await until(
          async () => (await page.locator('.notebook-toolbar-container .codicon-notebook-stop').count()) === 0
        )
        assert.equal(await cellWithFocus(page), '1')
        await saveNotebook(page)
        const [before, after, comparison] = await cellsNow()
        const [{ rule } = { rule: null }] = loud({ findings: diagnose(recordOf(before!)!) })
        assert.ok(rule !== null)
        assert.deepEqual(loud({ findings: diagnose(recordOf(after!)!) }), [])
        assert.match(comparison!.source, new RegExp(`^compare: \\[${name}, ${name}-repaired\\]$`, 'm'))
        await page.keyboard.press('z')
        await until(async () => (await page.locator('.notebookOverlay .code-cell-row').count()) === 1)
        await saveNotebook(page)
        assert.deepEqual(
          (await cellsNow()).map(({ source }) => source),
          [text]
        )
      })

  for (const version of hostNames)
    it(`ends at once in the ${version} VS Code with Cancel of its notification, with its button in the toolbar, and with two keys`, async () => {
      const page = await bench.open([cell('aaaa', ENDLESS)], {}, undefined, version)
      await startAllCells(page)
      await figureOf(page, 'endless').locator('.gradnb-verdict').waitFor()
      await stopAllCells(page)
      await figureOf(page, 'endless').getByRole('button', { name: 'Repair' }).waitFor()
      await focusCell(page)
      await saveNotebook(page)
      const before = await readFile(bench.file)
      const button = page.getByRole('button', { name: /^Stop Repair/ }).first()
      const stops = [
        async () => press((await notification(page, 'run 1 of at most')).getByRole('button', { name: 'Cancel' })),
        () => press(button),
        () => focusCell(page).then(() => page.keyboard.type('ii'))
      ]
      for (const stop of stops) {
        await pressRepair(page, 'endless')
        await button.waitFor()
        await stop()
        await button.waitFor({ state: 'hidden' })
      }
      await (await notification(page, 'The repair was stopped, and the notebook is as it was.')).waitFor()
      await page.keyboard.press('Escape')
      await focusCell(page)
      assert.equal(await page.locator('.tab.active:not(.dirty)').count(), 1)
      await saveNotebook(page)
      assert.deepEqual(await readFile(bench.file), before)
    })
})
