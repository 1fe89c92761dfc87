import assert from 'node:assert/strict'
import { cell, gradnb } from '../unit/cli/gradnb'
import { cellAt, downloaded, ExportedPages, faultsOf, outputsOf, runAll, statusOf } from './exportedPages'

const HOSTILE = '</script></textarea><img src=x onerror="document.title=\'broken\'">'

/** Pages as the command line exports them, opened from a file with the network off. */
describe('an exported page', function () {
  this.timeout(120_000)
  const pages = new ExportedPages()
  const { file, wrong } = pages

  before(async () => {
    for (const sample of ['first-steps', 'your-own-data']) {
      assert.equal((await gradnb(['run', file(`${sample}.gradnb`)])).status, 0)
      await pages.export(sample)
    }
  })

  for (const sample of ['first-steps', 'your-own-data'])
    it(`runs the cells of ${sample} with the bits of the notebook`, async () => {
      const page = await pages.open(sample)
      await runAll(page)
      assert.deepEqual(outputsOf(await downloaded(page)), outputsOf(await pages.cellsOf(sample)))
      assert.deepEqual(wrong, [])
      await page.close()
    })

  it('runs a cell that was edited, with the bits that the command line gives it', async () => {
    const page = await pages.open('first-steps')
    const source = 'dataset: spiral\ninitializer: he\nactivation: relu\nepochs: 6'
    await page.getByLabel('Experiment of cell 2', { exact: true }).fill(source)
    assert.equal(await statusOf(page, 2).innerText(), 'the output is from before your edit')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await statusOf(page, 2).getByText('done').waitFor()
    const [found] = (await downloaded(page)).filter(({ kind }) => kind === 'experiment')
    assert.equal(found!.source, source)
    await pages.write('edited', { ...found!, outputs: [] })
    await gradnb(['run', file('edited.gradnb')])
    assert.deepEqual(outputsOf([found!]), outputsOf(await pages.cellsOf('edited')))
    await page.close()
  })

  it('says what is wrong with a cell, and stops one that runs', async () => {
    const page = await pages.open('first-steps')
    const text = page.getByLabel('Experiment of cell 2', { exact: true })
    await text.fill('activation: sigmod')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await cellAt(page, 2).locator('.wrong', { hasText: 'did you mean "sigmoid"?' }).waitFor()
    await text.fill('hidden_layers: {depth: 20, units: 32}\nepochs: 40000')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await cellAt(page, 2).locator('.gradnb-run').waitFor()
    await page.getByRole('button', { name: 'Stop cell 2' }).click()
    await statusOf(page, 2).getByText('stopped').waitFor()
    await page.close()
  })

  it('has no fault that axe finds, running or not, light or dark', async () => {
    await pages.export('first-steps', '--static', '--out', file('still.html'))
    for (const [name, runs] of [
      ['first-steps', true],
      ['still', false]
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await pages.open(name, runs)
        await page.emulateMedia({ colorScheme })
        assert.deepEqual(await faultsOf(page), [], `${name}, ${colorScheme}`)
        await page.close()
      }
  })

  it('lets cells do as much as they could where it was made', async () => {
    const cells = [cell('a', 'name: long\nhidden_layers: [2]\nepochs: 30'), cell('b', 'extends: long\nseeds: 3')]
    await pages.write('long', ...cells)
    for (const most of ['29', '30']) {
      await pages.export('long', '--max-epochs', most, '--max-runs', '3')
      const page = await pages.open('long')
      await runAll(page)
      const refused = await page.locator('.cell .wrong').allInnerTexts()
      assert.equal(refused.length, most === '29' ? 2 : 0, refused.join())
      await page.close()
    }
  })

  it('lets nothing in a notebook run that is no cell', async () => {
    await pages.write(
      'hostile',
      cell('a', `# T\n\n${HOSTILE}\n\n![x](http://127.0.0.1:9/x.png)`, 'markdown'),
      cell('b', HOSTILE),
      cell('c', `name: ${JSON.stringify(HOSTILE)}\nepochs: 1`)
    )
    await pages.export('hostile')
    const page = await pages.open('hostile')
    await runAll(page)
    await cellAt(page, 2).locator('.wrong').waitFor()
    assert.equal(await page.title(), 'T')
    assert.equal(await page.locator('img[src=x]').count(), 0)
    assert.deepEqual(
      wrong.filter(line => !/Content Security Policy/.test(line)),
      []
    )
    await page.close()
  })
})
