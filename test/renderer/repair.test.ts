import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { loud, diagnose } from '../../src/diagnosis'
import { parseNotebook, type Cell } from '../../src/notebook'
import { parseRecord, RECORD_MIME, type RunRecord } from '../../src/record'
import { runAllCells, saveNotebook } from '../workbench/notebook'
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
})
