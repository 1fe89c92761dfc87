import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { cell, gradnb } from '../unit/cli/gradnb'
import { cellAt, downloaded, ExportedPages, faultsOf, outputsOf, runAll, statusOf } from './exportedPages'

const DEEP = 'name: deep\nhidden_layers: {depth: 8, units: 16}\nactivation: sigmoid\nepochs: 4'
const SWEEP = 'name: rates\nepochs: 2\nsweep: {parameters: {optimizer.learning_rate: {values: [0.03, 0.3]}}}'

/** Editing in a page, and what a page is to those who read it otherwise. */
describe('an exported page as an editor', function () {
  this.timeout(180_000)
  const pages = new ExportedPages()
  const { file, wrong } = pages

  before(async () => {
    await pages.write('deep', cell('a', '# Deep nets', 'markdown'), cell('b', DEEP), cell('c', SWEEP))
    assert.equal((await gradnb(['run', file('deep.gradnb')])).status, 0)
    await pages.export('deep')
  })

  const editor = (page: Page, place: number) => page.getByLabel(`Experiment of cell ${place}`, { exact: true })

  it('says below a cell what is wrong with its text, and where', async () => {
    const page = await pages.open('deep')
    const problems = cellAt(page, 2).locator('.problems')
    await editor(page, 2).fill('epochs: 4\nactivation: sigmod')
    await problems.getByText(/^line 2.*did you mean "sigmoid"\?/).waitFor() // prettier-ignore
    assert.equal(await editor(page, 2).getAttribute('aria-invalid'), 'true')
    assert.equal(await editor(page, 2).getAttribute('aria-describedby'), await problems.getAttribute('id'))
    assert.deepEqual(await faultsOf(page), [])
    await editor(page, 2).fill('epochs: 4\nactivation: sigmoid')
    await problems.waitFor({ state: 'hidden' })
    assert.equal(await editor(page, 2).getAttribute('aria-invalid'), 'false')
    await page.close({ runBeforeUnload: false })
  })

  it('runs a cell by Ctrl+Enter and Shift+Enter, and lets Tab leave it', async () => {
    const page = await pages.open('deep')
    for (const keys of ['Control+Enter', 'Shift+Enter']) {
      await editor(page, 2).press(keys)
      await statusOf(page, 2).getByText('done').waitFor()
      await editor(page, 2).press('End')
      await page.keyboard.type(' ')
    }
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Run cell 2')
    assert.match((await downloaded(page))[1]!.source, /^name: deep +\n|^name: deep[^]*4 {2}$/)
    await page.close()
  })

  it('warns before edits are lost, until they were downloaded', async () => {
    const page = await pages.open('deep')
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await editor(page, 2).pressSequentially('# mine\n')
    await page.close({ runBeforeUnload: true })
    await until(() => asked.length > 0)
    assert.deepEqual(asked, ['beforeunload'])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as .gradnb' }).click()
    assert.equal((await download).suggestedFilename(), 'deep.gradnb')
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    assert.deepEqual(asked, ['beforeunload'])
  })

  it('tries a remedy in a cell below, with what the command line makes of both, and says whether it helped', async () => {
    const page = await pages.open('deep')
    await cellAt(page, 2).getByRole('button', { name: /^Why/i }).first().click() // prettier-ignore
    await cellAt(page, 2).getByRole('button', { name: 'Use relu with he', exact: true }).click()
    await statusOf(page, 4).getByText('done').waitFor()
    await statusOf(page, 3).getByText(/^this (repaired it|did not help)\. Use relu with he: /).waitFor() // prettier-ignore
    const cells = await downloaded(page)
    assert.match(cells[2]!.source, /^# tried: Use relu with he\nname: deep-repaired\nextends: deep\n/)
    assert.match(cells[3]!.source, /^# before and after: .*\ncompare: \[deep, deep-repaired\]$/)
    await pages.write('tried', ...cells.map(each => ({ ...each, outputs: [] })))
    await gradnb(['run', file('tried.gradnb')])
    assert.deepEqual(outputsOf(cells), outputsOf(await pages.cellsOf('tried')))
    assert.deepEqual(wrong, [])
    await page.close()
  })

  it('repairs a cell: tries remedies until one helps, and inserts that one', async () => {
    const page = await pages.open('deep')
    await cellAt(page, 2).getByRole('button', { name: /^Why/i }).first().click() // prettier-ignore
    await cellAt(page, 2).getByRole('button', { name: 'Repair' }).first().click()
    await statusOf(page, 4).getByText('done').waitFor({ timeout: 60_000 })
    await statusOf(page, 3).getByText(/^this repaired it\./).waitFor() // prettier-ignore
    await page.close()
  })

  it('keeps what was chosen in a figure in the notebook that it gives', async () => {
    const page = await pages.open('deep')
    await cellAt(page, 2).getByRole('combobox').first().selectOption({ index: 1 })
    await until(async () => (await downloaded(page))[1]!.extra['figure'] !== undefined)
    await page.close()
  })

  it('is no wider than a phone, and has no fault in high contrast', async () => {
    const page = await pages.open('deep')
    await page.setViewportSize({ width: 360, height: 740 })
    await runAll(page)
    await editor(page, 2).fill(`name: ${'x'.repeat(90)}\nactivation: [${'sigmod, '.repeat(20)}]`)
    await cellAt(page, 2).locator('.problems').waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
    const { scrollHeight, clientHeight } = await editor(page, 2).evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight })) // prettier-ignore
    assert.ok(scrollHeight <= clientHeight + 1, 'all lines of the editor are in view')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' })
      assert.deepEqual(await faultsOf(page), [], colorScheme)
    }
    await page.close()
  })

  it('has all figures on paper, and no buttons', async () => {
    const page = await pages.open('deep')
    await page.emulateMedia({ media: 'print' })
    const shown = (selector: string) => page.locator(selector).evaluateAll(all => all.filter(each => each.checkVisibility()).length) // prettier-ignore
    assert.equal(await shown('button:not(.gradnb-group), select, input'), 0)
    assert.deepEqual([await shown('.gradnb-chart'), await shown('.gradnb-multiples'), await shown('textarea')], [1, 1, 2]) // prettier-ignore
    await page.close()
  })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 50))
}
