import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { summaryOf } from '../../src/diagnosis'
import { parseNotebook, type Cell } from '../../src/notebook'
import { parseRecord, parseSweep } from '../../src/record'
import { notebookOutputs, runAllCells, saveNotebook, showOutput } from '../workbench/notebook'
import { screenshot } from '../workbench/page'
import { Bench, PICTURES, cell, until } from './support'

const SWEEP = `name: rates
hidden_layers: {depth: 3, units: 8}
epochs: 4
seeds: 2
sweep:
  method: grid
  parameters:
    activation: [tanh, relu]
    optimizer.learning_rate: [0.01, 0.1, 1]`

/** What a person does with a sweep, in a real VS Code. */
describe('a sweep in a notebook', function () {
  this.timeout(180_000)
  const bench = new Bench()

  it('opens a run whole, writes it as a cell with the same bits, and is there again without running', async () => {
    const page = await bench.open([cell('aaaa', SWEEP)])
    await runAllCells(page)
    const sweep = notebookOutputs(page).locator('.gradnb-sweep')
    await sweep.locator('.gradnb-verdict', { hasText: /^Best is / }).waitFor()
    assert.equal(await sweep.locator('.gradnb-sweep-table tbody tr').count(), 12)
    const press = async (title: string) => {
      await showOutput(page, sweep.getByTitle(title))
      await sweep.getByTitle(title).click()
    }
    await press('Open run 3:')
    await sweep.locator('.gradnb-opened .gradnb-chart canvas').first().waitFor()
    assert.match(await sweep.locator('.gradnb-opened').innerText(), /^Run 3: tanh, learning_rate 0\.1\b/)
    await screenshot(page, path.join(PICTURES, 'sweep-opened.png'))
    await press('Insert run 3 as a cell')
    await until(async () => (await page.locator('.notebookOverlay .code-cell-row').count()) === 2)
    await runAllCells(page)
    await saveNotebook(page)
    const [first, second] = parseNotebook(await readFile(bench.file)).cells
    const kept = parseSweep(dataOf(first!)).runs[3]!
    assert.deepEqual(kept.state === 'done' && kept.summary, summaryOf(parseRecord(dataOf(second!))))
    const again = await bench.reopen()
    await notebookOutputs(again).locator('.gradnb-sweep .gradnb-verdict', { hasText: /^Best is / }).waitFor() // prettier-ignore
  })
})

/** What a cell's first output holds, as the file has it. */
const dataOf = ({ outputs }: Cell): unknown => outputs[0]!.items[0]!.data
