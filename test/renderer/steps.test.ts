import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { encodePiece, encodeRecord, type RunRecord } from '../../src/record'
import { blowingUp, stepping } from '../unit/renderer/stepRecords'
import { pageForEach, showOutput } from './rendererPage'
import { until } from './support'

const show = (page: Page, record: RunRecord, stream?: string): Promise<void> =>
  showOutput(page, encodeRecord(record), { metadata: { cell: 'aaaa', stream } })

const chosen = (page: Page) =>
  page.evaluate(() => rendererPage.posted.flatMap(message => (message.type === 'choose' ? [message.choice] : [])))

/** The pictures of all figures, as they are now. */
const pictures = (page: Page): Promise<string[]> =>
  page.locator('.gradnb-chart canvas').evaluateAll(all => all.map(node => (node as HTMLCanvasElement).toDataURL()))

/** Single steps in the figure, in a page without an editor around it. */
describe('single steps in a figure', function () {
  this.timeout(180_000)
  let page: Page

  pageForEach(opened => (page = opened))

  const live = () => page.locator('.gradnb-live').textContent()
  const steps = () => page.getByRole('button', { name: /^Steps/ })

  it('are walked by keys up to the one that was not finite, and pinned', async () => {
    await show(page, blowingUp())
    await page.locator('.gradnb-chart').focus()
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    assert.match((await live())!, /^hidden 2, step 2: delta [\d.]+$/)
    for (const key of ['End', 'ArrowLeft']) await page.keyboard.press(key)
    assert.equal(await live(), 'hidden 2, step 88: delta NaN')
    assert.match(await page.locator('.gradnb-readout-title').innerText(), /step 88 \(in epoch 7\)$/)
    await page.keyboard.press('Enter')
    assert.equal(await live(), 'step 88 is pinned')
  })

  it('are folded by a key and shown again by the button; a choice that was undone is none', async () => {
    await show(page, blowingUp())
    assert.equal(await steps().getAttribute('aria-pressed'), 'true')
    await page.locator('.gradnb-chart').focus()
    await page.keyboard.press('s')
    await until(async () => (await steps().getAttribute('aria-pressed')) === 'false')
    assert.equal(await live(), 'single steps are hidden')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    assert.match((await live())!, /^hidden 1, epoch 6:/)
    await steps().click()
    await until(async () => (await steps().getAttribute('aria-pressed')) === 'true')
    assert.deepEqual(await chosen(page), [
      { quantity: 'delta_rms', beside: null, steps: false },
      { quantity: 'delta_rms', beside: null }
    ])
  })

  it('stand in the table of numbers', async () => {
    await show(page, blowingUp())
    await page.getByRole('button', { name: /^Data/ }).click()
    const heads = await page.locator('.gradnb-table tbody th').allInnerTexts()
    assert.equal(heads.length, 32)
    assert.deepEqual(heads.slice(0, 3), ['init (before any update)', 'step 1 (in epoch 1)', 'step 2 (in epoch 1)'])
  })

  it('come while a run goes on, and are drawn as they would be anew', async () => {
    const SPREAD = 2
    const kept = [1, 2, 3, 4, 6, 8, 12]
    await show(page, stepping(1, [], SPREAD), 'grown')
    assert.equal(await steps().isVisible(), false)
    for (const [columns, many, from] of [
      [1, 3, 1],
      [1, 7, 1],
      [5, 7, 1]
    ] as const) {
      const piece: unknown = encodePiece(stepping(columns, kept.slice(0, many), SPREAD), from, 0)
      const [before] = await pictures(page)
      await page.evaluate(piece => rendererPage.receive({ type: 'piece', stream: 'grown', piece }), piece)
      // Three steps tell too little to be shown; they can be asked for.
      await until(async () => (many === 3 ? steps().isVisible() : (await pictures(page))[0] !== before))
    }
    assert.equal(await steps().getAttribute('aria-pressed'), 'true')
    await show(page, stepping(5, kept, SPREAD))
    // A figure rests between two pictures, so that the last may come later than the first of the other figure.
    await until(async () => {
      const [grown, anew] = await pictures(page)
      return anew !== undefined && grown === anew
    })
  })
})
