import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { encodePiece, encodeRecord, type RunRecord } from '../../src/record'
import { abyss, healthy, upTo, vanishing } from '../unit/renderer/records'
import { pageForEach, showOutput } from './rendererPage'
import { once } from './support'

const RUN = vanishing(20, 50)
const STREAM = 'a-run'

/** Shows a record in a new element, or once more in that of output `again`. */
const render = (page: Page, id: string, record: RunRecord, stream?: string, again = false): Promise<void> =>
  showOutput(page, encodeRecord(record), { id, metadata: { stream }, again })

const grow = (page: Page, from: number, to: number, stream = STREAM): Promise<void> =>
  page.evaluate(({ piece, stream }) => rendererPage.receive({ type: 'piece', stream, piece }), {
    stream,
    piece: encodePiece(upTo(RUN, to), from, 0) as unknown
  })

const posted = (page: Page) => page.evaluate(() => rendererPage.posted)
const states = (page: Page): Promise<string[]> => page.locator('.gradnb-state').allInnerTexts()
const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 300))))

declare global {
  /** how many of a record's texts the page has decoded */
  var decodedTexts: number
}

/** Runs in the page. What a figure has done by the time it has drawn its first picture. */
async function firstPicture(json: unknown) {
  const { atob } = globalThis
  globalThis.decodedTexts = 0
  globalThis.atob = text => (globalThis.decodedTexts++, atob(text))
  const element = rendererPage.element()
  await rendererPage.activated.renderOutputItem({ id: '1', metadata: {}, json: () => json }, element)
  return {
    decoded: globalThis.decodedTexts,
    drawn: element.querySelector('.gradnb-chart canvas') !== null,
    judged: element.querySelector('.gradnb-verdict[data-tone]') !== null
  }
}

/** What outputs and messages do, in a page without an editor around it. */
describe('the renderer', function () {
  this.timeout(180_000)
  let page: Page

  pageForEach(opened => (page = opened))

  it('asks for what a run measured while its figure was made, and grows by it', async () => {
    await render(page, '1', upTo(RUN, 3), STREAM)
    assert.deepEqual(await posted(page), [{ type: 'missing', stream: STREAM, columns: 3, frames: 0 }])
    await grow(page, 3, 20)
    await page.locator('.gradnb-state', { hasText: 'epoch 19 of 50' }).waitFor()
    assert.deepEqual((await posted(page)).at(-1), { type: 'drawn', stream: STREAM, columns: 20 })
  })

  it('draws a run that grew as it would be drawn anew', async () => {
    for (const [columns, id] of [
      [1, 'grown'],
      [30, 'anew']
    ] as const)
      await render(page, id, upTo(RUN, columns), id)
    for (const to of [2, 9, 30]) {
      await grow(page, 1, to, 'grown')
      await frame(page)
    }
    await once(async () => {
      const [grown, anew] = await page
        .locator('.gradnb-chart canvas')
        .evaluateAll(all => all.map(node => (node as HTMLCanvasElement).toDataURL()))
      assert.equal(grown, anew)
    })
  })

  it('decodes for the first picture of a long record what that shows, and the rest after it', async () => {
    const first = await page.evaluate(firstPicture, encodeRecord(abyss(100, 300)) as unknown)
    assert.ok(first.drawn, 'no picture')
    assert.equal(first.judged, false, 'the picture waited for the verdict')
    await page.locator('.gradnb-verdict[data-tone]').waitFor()
    const all = await page.evaluate(() => decodedTexts)
    assert.ok(first.decoded > 0 && first.decoded < all / 2, `${first.decoded} of ${all} texts`)
  })

  it('asks for nothing where an output stands still', async () => {
    await render(page, '1', RUN)
    assert.deepEqual(await posted(page), [])
  })

  it('shows one run in two outputs, and goes on with the second when the first is gone', async () => {
    await render(page, '1', upTo(RUN, 3), STREAM)
    await render(page, '2', upTo(RUN, 3), STREAM)
    await grow(page, 3, 10)
    await once(async () => assert.deepEqual(await states(page), ['epoch 9 of 50', 'epoch 9 of 50']))
    await page.evaluate(() => rendererPage.activated.disposeOutputItem('1'))
    await grow(page, 10, 30)
    await page.locator('.gradnb-state', { hasText: 'epoch 29 of 50' }).waitFor()
  })

  it('forgets a run whose output shows another now', async () => {
    await render(page, '1', upTo(RUN, 3), 'before')
    await render(page, '2', upTo(RUN, 3), STREAM, true)
    const told = (await posted(page)).length
    await grow(page, 3, 10, 'before')
    await frame(page)
    assert.equal((await posted(page)).length, told)
    assert.deepEqual(await states(page), ['epoch 2 of 50'])
  })

  it('lets nobody wait for a picture: keys and clicks are about the one that stands', async () => {
    await render(page, '1', upTo(RUN, 3), STREAM)
    await page.locator('.gradnb-chart').focus()
    const piece: unknown = encodePiece(upTo(RUN, 10), 3, 0)
    const taken = await page.evaluate(piece => {
      rendererPage.receive({ type: 'piece', stream: 'a-run', piece })
      const key = new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true })
      return !document.querySelector('.gradnb-chart')!.dispatchEvent(key)
    }, piece)
    assert.ok(taken)
  })

  it('keeps two quantities while the window is made wider and narrower', async () => {
    await render(page, '1', healthy())
    await page.locator('.gradnb-beside').selectOption('weight_gradient_rms')
    const zoom = page.getByRole('button', { name: '+' })
    for (const width of [1300, 980, 560, 1300]) {
      await page.setViewportSize({ width, height: 900 })
      await frame(page)
      await zoom.click()
      await frame(page)
      assert.equal(await page.locator('.gradnb-error').isVisible(), false, `at ${width} px`)
    }
  })
})
