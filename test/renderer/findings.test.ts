import assert from 'node:assert/strict'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { encodeRecord, type RunRecord } from '../../src/record'
import { exploding, healthy, upTo, vanishing } from '../unit/renderer/records'
import { pageForEach, showOutput } from './rendererPage'
import { once, PICTURES } from './support'

const render = (page: Page, cell: string, record: RunRecord, again = false): Promise<void> =>
  showOutput(page, encodeRecord(record), { id: cell, metadata: { cell }, again })

/** Another record in the output that is there already. */
const renderAgain = (page: Page, cell: string, record: RunRecord): Promise<void> => render(page, cell, record, true)

/** No time goes by for the page, or it does again. */
const stopClock = (page: Page): Promise<void> => page.evaluate(() => void (performance.now = () => 5000))
const startClock = (page: Page): Promise<void> => page.evaluate(() => void Reflect.deleteProperty(performance, 'now'))

/** Runs in the page. Silences a rule and no longer, and waits until the verdict has been told anew. */
const tellAnew = (): Promise<void> =>
  new Promise(resolve => {
    const watch = new MutationObserver(() => {
      watch.disconnect()
      resolve()
    })
    watch.observe(document.querySelector('.gradnb-verdict')!, { subtree: true, childList: true, characterData: true })
    for (const silenced of [['overfit'], []])
      rendererPage.receive({ type: 'chosen', cell: 'aaaa', choice: null, silenced })
  })

/** What a figure tells of a run's faults, and what a person can ask about them. */
describe('findings in a figure', function () {
  this.timeout(180_000)
  let page: Page
  const row = (rule: string) => page.locator(`.gradnb-found[data-rule="${rule}"]`)
  const marks = () => page.locator('.gradnb-mark-culprit, .gradnb-mark-since').count()

  pageForEach(opened => (page = opened))

  it('stand above it, the worst first, with reasons, formula and remedies on demand', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    const worst = row('vanishing_signal')
    assert.match(
      await worst.innerText(),
      /^Vanishing: hidden 1 gets [\d.]+ decades less signal than hidden 20 in epoch \d+\. Loss/
    )
    const why = worst.getByRole('button', { name: 'why: Vanishing' })
    assert.equal(await why.getAttribute('aria-expanded'), 'false')
    assert.equal(await worst.locator('.gradnb-reasons').isVisible(), false)
    await why.click()
    assert.equal(await why.getAttribute('aria-expanded'), 'true')
    const reasons = await worst.locator('.gradnb-reasons').innerText()
    assert.match(reasons, /On its way to the input the error signal is multiplied/)
    assert.match(reasons, /δ\(hidden 1\) \/ δ\(hidden 20\) = ρ¹⁹ = 0\.\d+¹⁹ = [\d.]+e-\d+/)
    assert.match(reasons, /Try below:[^]*Normalize each layer/)
    await page.screenshot({ path: path.join(PICTURES, 'why.png') })
    await why.click()
    assert.equal(await worst.locator('.gradnb-reasons').isVisible(), false)
  })

  it('break no number at the end of a line', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    const numbers = page.locator('.gradnb-finding .gradnb-number')
    assert.ok((await numbers.count()) > 0)
    for (let width = 500; width > 300; width -= 7) {
      await page.setViewportSize({ width, height: 900 })
      const lines = await numbers.evaluateAll(all => all.map(each => each.getClientRects().length))
      assert.deepEqual([...new Set(lines)], [1], String(width))
    }
  })

  it('are marked in the heatmap, by layer and first epoch, as long as a person wants it', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    await page.locator('.gradnb-mark-since').first().waitFor()
    const where = row('vanishing_signal').getByRole('button', {
      name: /^where: Vanishing, hidden 1 to hidden \d+, since epoch \d+$/
    })
    assert.equal(await where.getAttribute('aria-pressed'), 'true')
    const shown = await marks()
    assert.ok(shown >= 2, String(shown))
    const live = page.locator('.gradnb-live')
    await where.click()
    await once(async () => assert.equal(await marks(), 0))
    await once(async () => assert.equal(await live.innerText(), 'Vanishing is no longer marked'))
    await where.click()
    await once(async () => assert.equal(await marks(), shown))
    await once(async () =>
      assert.match(await live.innerText(), /^marked in the heatmap: hidden 1 to hidden \d+, since epoch \d+$/)
    )
  })

  it('are silent where the extension says so, and told again when it no longer does', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    await render(page, 'bbbb', exploding())
    const tell = (silenced: string[]) =>
      page.evaluate(
        silenced => rendererPage.receive({ type: 'chosen', cell: 'aaaa', choice: null, silenced }),
        silenced
      )
    await row('vanishing_signal').waitFor()
    await row('exploding_signal').waitFor()
    await tell(['vanishing_signal', 'a rule of tomorrow'])
    await row('vanishing_signal').waitFor({ state: 'detached' })
    assert.ok(await row('exploding_signal').isVisible(), 'another cell is as it was')
    await tell([])
    await row('vanishing_signal').waitFor()
  })

  it('offer their remedies as buttons, which ask the extension for a cell below', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    await row('vanishing_signal').getByRole('button', { name: 'why: Vanishing' }).click()
    await row('vanishing_signal').getByRole('button', { name: 'Normalize each layer', exact: true }).click()
    await row('vanishing_signal').getByRole('button', { name: 'Repair' }).click()
    const asked = (await page.evaluate(() => rendererPage.posted)).filter(({ type }) => type === 'remedy')
    const remedy = { type: 'remedy', cell: 'aaaa', rule: 'vanishing_signal' }
    assert.deepEqual(asked, [
      { ...remedy, title: 'Normalize each layer' },
      { ...remedy, title: null }
    ])
  })

  it('keep the focus in the button that was pressed when the figure is drawn anew, and tell that a cell comes below', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    const row = page.locator('.gradnb-found[data-rule="vanishing_signal"]')
    await row.getByRole('button', { name: 'why: Vanishing' }).click()
    const remedy = row.getByRole('group', { name: 'what may help: Vanishing' }).getByRole('button').first()
    for (const button of [remedy, row.getByRole('button', { name: 'Repair', exact: true })]) {
      await button.focus()
      await page.keyboard.press('Enter')
      const before = await page.locator(':focus').innerText()
      await page.evaluate(tellAnew)
      assert.equal(await page.locator(':focus').innerText(), before)
    }
    assert.equal(await page.locator('.gradnb-live').innerText(), 'remedies are tried until one helps')
    assert.match(await row.ariaSnapshot(), /- button "Repair"/)
  })

  it('are of the last record, too, where that came too early to be judged at once, and so are their marks', async () => {
    const tone = (tone: string) => page.locator(`.gradnb-verdict[data-tone="${tone}"]`)
    await stopClock(page)
    await render(page, 'aaaa', upTo(healthy(), 3))
    await tone('healthy').waitFor()
    await renderAgain(page, 'aaaa', upTo(vanishing(20, 50), 51))
    await page.locator('.gradnb-headline', { hasText: 'deep-sigmoid' }).waitFor()
    assert.ok(await tone('healthy').isVisible(), 'not judged yet')
    await startClock(page)
    await row('vanishing_signal').waitFor()
    await page.locator('.gradnb-mark-since').first().waitFor()
  })

  it('are of a finished record at once, and not of one before it that waits to be judged', async () => {
    await stopClock(page)
    await render(page, 'aaaa', upTo(healthy(), 3))
    await page.locator('.gradnb-verdict[data-tone="healthy"]').waitFor()
    await renderAgain(page, 'aaaa', upTo(vanishing(20, 50), 51))
    await page.locator('.gradnb-headline', { hasText: 'deep-sigmoid' }).waitFor()
    await renderAgain(page, 'aaaa', exploding())
    await row('exploding_signal').waitFor()
    await startClock(page)
    await page.waitForTimeout(1500)
    assert.equal(await row('vanishing_signal').count(), 0)
  })

  it('leave the focus to the new verdict where the button that had it is no longer there', async () => {
    const focused = () => page.locator(':focus')
    await render(page, 'aaaa', vanishing(20, 50))
    await row('vanishing_signal').getByRole('button', { name: 'Repair', exact: true }).focus()
    await renderAgain(page, 'aaaa', exploding())
    await row('exploding_signal').waitFor()
    assert.equal(await focused().getAttribute('aria-label'), 'why: Learning rate too large, diverged at step 88')
    await renderAgain(page, 'aaaa', upTo(healthy(), 3))
    await page.locator('.gradnb-verdict[data-tone="healthy"]').waitFor()
    assert.match(await focused().innerText(), /^Healthy: /)
  })

  it('are marked no longer once they are not the verdict, unless a person chose that', async () => {
    await render(page, 'aaaa', upTo(vanishing(20, 50), 51))
    await page.locator('.gradnb-mark-since').first().waitFor()
    await renderAgain(page, 'aaaa', exploding())
    await row('exploding_signal').waitFor()
    const pressed = page.locator('.gradnb-found-buttons [aria-pressed="true"]')
    assert.deepEqual(
      await pressed.evaluateAll(all => all.map(each => each.closest('[data-place]')!.getAttribute('data-place'))),
      ['verdict']
    )
    const other = row('exploding_signal').getByRole('button', { name: /^where: / })
    await other.click()
    await renderAgain(page, 'aaaa', exploding(false))
    await page.locator('.gradnb-state', { hasText: 'epoch 20 of 20' }).waitFor()
    assert.equal(await other.getAttribute('aria-pressed'), 'true')
  })

  it('leave “Healthy” readable on white, where the colour for what passed is meant for icons', async () => {
    await page.evaluate(() => document.body.style.setProperty('--vscode-testing-iconPassed', '#73c991'))
    await render(page, 'aaaa', upTo(healthy(), 3))
    const label = page.locator('.gradnb-verdict-label', { hasText: 'Healthy' })
    assert.equal(await label.evaluate(node => getComputedStyle(node).color), 'rgb(46, 125, 50)')
  })

  it('open their reasons when the extension asks for them', async () => {
    await render(page, 'aaaa', vanishing(20, 50))
    await row('vanishing_signal').waitFor()
    await page.evaluate(() => rendererPage.receive({ type: 'explain', cell: 'aaaa', rule: 'vanishing_signal' }))
    await row('vanishing_signal').locator('.gradnb-formula').waitFor()
  })
})
