import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { cell, gradnb } from '../unit/cli/gradnb'
import {
  cellAt,
  downloaded,
  downloadedFile,
  ExportedPages,
  faultsOf,
  outputsOf,
  runAll,
  statusOf
} from './exportedPages'
import { reaching } from './reaching'
import { once } from './support'

const BASE = 'name: base\ndataset: moons\nhidden_layers: [4, 4]\nepochs: 3'
const GRID =
  'name: grid\nextends: base\nsweep: {parameters: {optimizer.learning_rate: {values: [0.03, 0.3]}}}\nseeds: 2'
const WIDER = 'name: wider\nextends: base\nhidden_layers: [8, 8]'
const DATA = 'dataset: {csv: fruit.csv, target: kind}\nepochs: 2\nseeds: 2'
const LONG = 'name: long\ndataset: moons\nhidden_layers: [48, 48, 48]\nepochs: 400\nseeds: 24'

/** Cells that refer to others, and cells of many runs. */
describe('in an exported page', function () {
  this.timeout(180_000)
  const pages = new ExportedPages()
  const { file, wrong } = pages

  /** The same cells, run by the command line. */
  async function ran(...sources: readonly string[]): Promise<string[]> {
    await pages.write('twin', ...sources.map((source, i) => cell(`c${i}`, source)))
    assert.equal((await gradnb(['run', file('twin.gradnb')])).status, 0)
    return outputsOf(await pages.cellsOf('twin'))
  }

  async function opened(name: string, ...sources: readonly string[]) {
    await pages.write(name, ...sources.map((source, i) => cell(`c${i}`, source)))
    await pages.export(name)
    return pages.open(name)
  }

  it('sweeps, comparisons and cells that extend others have the bytes of the command line', async () => {
    const all = [BASE, GRID, WIDER, 'compare: [base, wider, "grid#3"]', DATA]
    const page = await opened('many', ...all)
    await runAll(page)
    const given = await downloadedFile(page)
    assert.deepEqual(outputsOf(await downloaded(page)), await ran(...all))
    assert.equal(await cellAt(page, 2).locator('.gradnb-sweep').count(), 1)
    assert.equal(await cellAt(page, 4).locator('.gradnb-compare').count(), 1)
    assert.deepEqual(wrong, [])
    await writeFile(file('given.gradnb'), given)
    const { status, stdout } = await gradnb(['verify', file('given.gradnb')])
    assert.equal(status, 0, stdout)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await faultsOf(page), [], colorScheme)
    }
    await page.close()
  })

  it('comparisons have no part beyond a window of 320 px', async () => {
    const third = 'name: third-of-them_with_a_long_name\nextends: base\nhidden_layers: {depth: 12, units: 8}'
    const all = [BASE, WIDER, third, 'compare: [base, wider]', 'compare: [base, wider, third-of-them_with_a_long_name]']
    const page = await opened('narrow', ...all)
    await page.setViewportSize({ width: 320, height: 900 })
    await runAll(page)
    for (const place of [4, 5]) await cellAt(page, place).locator('.gradnb-compare .gradnb-table').waitFor()
    await once(async () => assert.deepEqual(await reaching(page, '.gradnb-compare'), []))
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    assert.deepEqual(wrong, [])
    await page.close()
  })

  it('an edit makes the outputs of cells stale that extend the edited one, and these run with it', async () => {
    const page = await opened('edit', BASE, GRID, WIDER)
    await runAll(page)
    const edited = BASE.replace('moons', 'xor')
    await page.getByLabel('Experiment of cell 1', { exact: true }).fill(edited)
    for (const place of [1, 2, 3])
      await statusOf(page, place).getByText('the output is from before your edit').waitFor()
    await runAll(page)
    assert.deepEqual(outputsOf(await downloaded(page)), await ran(edited, GRID, WIDER))
    await page.close()
  })

  it('a sweep tells how far it is, stops at once, keeps what is done and goes on from there', async () => {
    const page = await opened('stopped', LONG)
    await page.getByRole('button', { name: 'Run cell 1' }).click()
    await cellAt(page, 1).getByText(/^[1-9]\d* of 24 runs · .* left$/).waitFor() // prettier-ignore
    await cellAt(page, 1).locator('.gradnb-sweep').waitFor()
    await page.getByRole('button', { name: 'Stop cell 1' }).click()
    await statusOf(page, 1).getByText(/^stopped after \d+ of 24 runs; run the cell again to go on$/).waitFor() // prettier-ignore
    const kept = Number(/\d+/.exec(await statusOf(page, 1).innerText())![0])
    assert.ok(kept >= 1 && kept < 24)
    await page.getByRole('button', { name: 'Run cell 1' }).click()
    const begun = await cellAt(page, 1).locator('.counted').innerText() // prettier-ignore
    assert.ok(Number(/\d+/.exec(begun)![0]) >= kept, begun)
    await statusOf(page, 1).getByText('done').waitFor({ timeout: 100_000 })
    assert.deepEqual(outputsOf(await downloaded(page)), await ran(LONG))
    await page.close()
  })

  it('a run of a sweep is opened, and inserted as a cell that can be removed again', async () => {
    const page = await opened('runs', BASE, GRID)
    await runAll(page)
    const sweep = cellAt(page, 2)
    await sweep.getByTitle(/^Open run 3/).click()
    await sweep.locator('.gradnb-opened .gradnb-chart').waitFor()
    await sweep.getByTitle(/^Insert run 3/).click()
    const inserted = page.getByLabel('Experiment of cell 3', { exact: true })
    assert.equal(await inserted.inputValue(), 'extends: grid\nsweep: null\nseeds: null\noptimizer: {learning_rate: 0.3}\nseed: 1') // prettier-ignore
    await page.getByRole('button', { name: 'Run cell 3' }).click()
    await statusOf(page, 3).getByText('done').waitFor()
    await page.getByRole('button', { name: 'Remove cell 3' }).click()
    assert.equal((await downloaded(page)).length, 2)
    assert.deepEqual(wrong, [])
    await page.close()
  })

  it('a cell whose file is not there says why, and keeps its output', async () => {
    const page = await opened('lost', 'dataset: {csv: gone.csv, target: y}')
    await statusOf(page, 1).getByText(/^This cell cannot run in this page: gone\.csv cannot be read/).waitFor() // prettier-ignore
    await page.getByRole('button', { name: 'Run cell 1' }).click()
    await statusOf(page, 1).getByText(/gone\.csv/).waitFor() // prettier-ignore
    assert.deepEqual(outputsOf(await downloaded(page)), ['[]'])
    await page.close()
  })

  it('a cell can be changed to read the shipped data', async () => {
    const page = await opened('shipped', 'epochs: 1')
    const source = 'dataset: digits\nepochs: 1'
    await page.getByLabel('Experiment of cell 1', { exact: true }).fill(source)
    await runAll(page)
    assert.deepEqual(outputsOf(await downloaded(page)), await ran(source))
    await page.close()
  })
})
