import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { COMPARE_MIME, encodeCompare, type CompareRecord } from '../../src/record'
import { sampleComparison } from '../unit/renderer/comparisons'
import { reaching } from './reaching'
import { pageForAll, showAlone, THEMES } from './rendererPage'
import { PICTURES } from './support'

/** The figure of a comparison as it ships, in a real browser. */
describe('the figure of a comparison', function () {
  this.timeout(120_000)
  let page: Page
  pageForAll(opened => (page = opened), { width: 1196, height: 900 })
  before(() => mkdir(PICTURES, { recursive: true }))

  const show = (record: CompareRecord) => showAlone(page, COMPARE_MIME, encodeCompare(record))

  it('says which is best, in which keys they differ, and what is missing', async () => {
    await show(sampleComparison())
    assert.match(
      await page.locator('.gradnb-verdict').innerText(),
      /^Best is rates: loss 0\.01\d+, [\d.]+ times lower than the next best, xavier/
    )
    assert.equal(await page.locator('.gradnb-state').innerText(), 'c#12: Cell c has not been run yet.')
    const table = await page.locator('.gradnb-table').innerText()
    assert.match(table, /initializer\s+random_normal\s+xavier\s+xavier/)
    assert.match(table, /hidden_layers\.depth\s+8\s+8\s+3\s+1/)
    assert.match(await page.locator('.gradnb-compare').innerText(), /flat has other layers or epochs than small/)
  })

  it('has one cursor in all heatmaps, by pointer and by keyboard', async () => {
    await show(sampleComparison())
    const heats = page.locator('.gradnb-multiples').first()
    const readout = page.locator('.gradnb-readout-title')
    const box = (await heats.boundingBox())!
    await page.mouse.move(box.x + 200, box.y + 80)
    assert.equal(await page.locator('.gradnb-mark-cell').count(), 2, 'the others have fewer layers')
    assert.match(await readout.innerText(), /^hidden \d, epoch \d+ · small [\d.e-]+ · xavier [\d.e-]+ · flat/)
    await page.mouse.move(5, 5)
    assert.equal(await page.locator('.gradnb-mark-cell').count(), 0)
    await heats.focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    assert.match(await readout.innerText(), /^hidden 1, epoch 2 · small [\d.e-]+ ·/)
    await page.keyboard.press('Escape')
    assert.equal(await readout.innerText(), '')
  })

  it('is saved as CSV, SVG and PNG', async () => {
    await show(sampleComparison())
    for (const what of ['CSV', 'SVG', 'PNG']) {
      await page.getByRole('button', { name: what, exact: true }).click()
      await page.waitForFunction(
        ending => rendererPage.posted.some(message => message.type === 'save' && message.name === `which.${ending}`),
        what.toLowerCase()
      )
    }
  })

  it('says so where nothing that is compared has been run', async () => {
    await show({ ...sampleComparison(), items: sampleComparison().items.slice(-1) })
    assert.match(
      await page.locator('.gradnb-compare').innerText(),
      /None of these cells has a result to compare yet\.\s+c#12: Cell c/
    )
  })

  for (const width of [320, 400, 900])
    it(`has no part beyond a window of ${width} px, and none to scroll sideways`, async () => {
      await page.setViewportSize({ width, height: 900 })
      const { items, ...rest } = sampleComparison()
      const long = items.map(item => ({ ...item, reference: `${item.reference}_with_a_name-that.goes_on_and_on` }))
      for (const runs of [2, 3])
        for (const compared of [items, long]) {
          await show({ ...rest, items: compared.slice(0, runs) })
          assert.equal(await page.locator('.gradnb-multiples canvas').count(), 2)
          assert.equal(await page.locator('.gradnb-table thead th').count(), 1 + runs)
          assert.deepEqual(await reaching(page, '.gradnb-compare'), [], `${runs} runs`)
        }
      await page.setViewportSize({ width: 1196, height: 900 })
    })

  it('is looked at in four themes, narrow and wide', async () => {
    for (const width of [400, 1100, 1600])
      for (const theme of width === 1100 ? THEMES : THEMES.slice(1, 2)) {
        await page.setViewportSize({ width: width + 96, height: 900 })
        await page.evaluate(theme => (document.body.className = theme), theme)
        await page.evaluate(dark => {
          const { style } = document.body
          style.background = dark ? '#1f1f1f' : '#fff'
          style.setProperty('--vscode-editor-foreground', dark ? '#ccc' : '#3b3b3b')
          style.setProperty('--vscode-editor-background', dark ? '#1f1f1f' : '#fff')
        }, !/light/.test(theme))
        await show(sampleComparison())
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
        await page.screenshot({ path: path.join(PICTURES, `compare-${width}-${theme}.png`), fullPage: true })
      }
  })
})
