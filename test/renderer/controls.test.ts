import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { encodeRecord, type RunRecord } from '../../src/record'
import { healthy } from '../unit/renderer/records'
import { blowingUp } from '../unit/renderer/stepRecords'
import { pageForEach, showOutput } from './rendererPage'
import { until } from './support'

/** WCAG 2.5.8 */
const SMALLEST_TARGET = 24

const show = (page: Page, record: RunRecord): Promise<void> =>
  showOutput(page, encodeRecord(record), { metadata: { cell: 'aaaa' } })

/** What stands around a figure, in a page without an editor around it. */
describe('the controls of a figure', function () {
  this.timeout(180_000)
  let page: Page

  pageForEach(opened => (page = opened))

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const disabled = async () =>
    Promise.all(['−', '+', 'All'].map(async name => (await button(name).getAttribute('aria-disabled')) === 'true'))

  it('are named by the texts that stand on them', async () => {
    await show(page, blowingUp())
    for (const name of ['−', '+', 'All', 'Steps', 'Copy', 'PNG', 'SVG', 'CSV', 'Data', 'More numbers'])
      assert.equal(await button(name).count(), 1, name)
    for (const name of ['Colour', 'and', 'as'])
      assert.equal(await page.getByRole('combobox', { name, exact: true }).count(), 1, name)
  })

  for (const width of [980, 320])
    it(`are large enough to hit at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 })
      await show(page, blowingUp())
      const controls = await page.locator('.gradnb-run :is(button, select):visible').all()
      assert.ok(controls.length > 10)
      for (const control of controls) {
        const { width, height } = (await control.boundingBox())!
        assert.ok(width >= SMALLEST_TARGET && height >= SMALLEST_TARGET, await control.innerText())
      }
    })

  it('have borders and the text’s own colour in high contrast', async () => {
    await page.evaluate(() => {
      document.body.className = 'vscode-high-contrast'
      const { style } = document.documentElement
      style.setProperty('--vscode-contrastBorder', 'rgb(1, 2, 3)')
      style.setProperty('--vscode-editor-foreground', 'rgb(4, 5, 6)')
      style.setProperty('--vscode-descriptionForeground', 'rgb(7, 8, 9)')
    })
    await show(page, healthy())
    for (const control of await page.locator('.gradnb-toolbar :is(button, select):visible').all())
      assert.equal(await control.evaluate(node => getComputedStyle(node).borderTopColor), 'rgb(1, 2, 3)')
    assert.equal(await button('Copy').evaluate(node => getComputedStyle(node).color), 'rgb(4, 5, 6)')
  })

  it('are disabled where they would do nothing', async () => {
    await show(page, healthy())
    assert.deepEqual(await disabled(), [true, false, true])
    await button('+').click()
    assert.deepEqual(await disabled(), [false, false, false])
    for (let i = 0; i < 3; i++) await button('+').click()
    assert.deepEqual(await disabled(), [false, true, false])
    await button('All').click()
    assert.deepEqual(await disabled(), [true, false, true])
  })

  it('zoom in on the pinned epoch, whose mark stays at the edge when it is out of view', async () => {
    await show(page, healthy())
    await page.locator('.gradnb-chart').focus()
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await button('+').click()
    await button('+').click()
    const pin = page.locator('.gradnb-mark-pin').first()
    await until(async () => (await pin.count()) === 1)
    const [mark, chart] = [(await pin.boundingBox())!, (await page.locator('.gradnb-chart').boundingBox())!]
    assert.ok(mark.x > chart.x && mark.x < chart.x + chart.width)
    await page.locator('.gradnb-chart').focus()
    await page.keyboard.press('Home')
    await until(async () => (await page.locator('.gradnb-mark-right').count()) > 0)
    assert.equal(await page.locator('.gradnb-mark-pin').count(), 0)
  })

  it('bring the table of numbers into view', async () => {
    await show(page, healthy())
    await button('Data').click()
    const { y, height } = (await page.locator('.gradnb-table').boundingBox())!
    assert.ok(y + Math.min(height, 100) < 900, `the table begins at ${y}`)
    const below = (await button('Data').boundingBox())!
    assert.ok(y > below.y && y - below.y < 120)
  })

  it('tell six numbers, and all on demand for as long as the figure lives', async () => {
    await show(page, healthy())
    const pairs = () => page.locator('.gradnb-pair').count()
    assert.equal(await pairs(), 6)
    await button('More numbers').press('Enter')
    await button('Fewer numbers').waitFor()
    const all = await pairs()
    assert.ok(all > 15)
    await page.locator('.gradnb-chart').focus()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await pairs(), all)
    assert.equal(await button('Fewer numbers').getAttribute('aria-expanded'), 'true')
  })

  it('explain the symbols where they stand', async () => {
    await show(page, healthy())
    const terms = await page.locator('.gradnb-pair').all()
    for (const term of terms) assert.ok((await term.getAttribute('title'))!.length > 20)
    const described = await page.locator('.gradnb-pair dt').first().getAttribute('aria-description')
    assert.match(described!, /B·∂loss\/∂z.*batch size B/)
    assert.match((await page.locator('.gradnb-quantity').getAttribute('title'))!, /batch size B/)
    assert.match((await page.locator('.gradnb-chart').getAttribute('aria-description'))!, /batch size B/)
  })
})
