import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { encodePiece, encodeRecord, type RunRecord } from '../../src/record'
import { answering, broken, estimating, pictured, spreading } from '../unit/renderer/details'
import { healthy, upTo } from '../unit/renderer/records'
import { pageForEach, showOutput } from './rendererPage'
import { until } from './support'

/** Shows a record in a new element, or in the one there is if it goes on there. */
const render = (page: Page, record: RunRecord, { stream, again = false }: { stream?: string; again?: boolean } = {}) =>
  showOutput(page, encodeRecord(record), { metadata: { cell: 'aaaa', stream }, again })

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const sentence = (page: Page): Promise<string> => page.locator('.gradnb-detail-sentence').innerText()
const chosen = (page: Page) =>
  page.evaluate(() => rendererPage.posted.filter(({ type }) => type === 'choose').map(each => each as unknown))
const drawn = (page: Page) => page.locator('.gradnb-detail-plot canvas').waitFor()

/** Chooses a tab that is not chosen, and waits until what the one before left in the plot is gone. */
async function turnTo(tab: Locator, plot: Locator): Promise<void> {
  await plot.evaluate(node =>
    (node.firstElementChild ?? node.appendChild(document.createElement('i'))).setAttribute('data-before', 'yes')
  )
  await tab.click()
  await plot.locator('[data-before]').waitFor({ state: 'detached' })
}

/** What a person does with what stands below or beside the heatmap, in a page without an editor around it. */
describe('details of a figure', function () {
  this.timeout(180_000)
  let page: Page

  pageForEach(opened => (page = opened))

  it('are chosen with the pointer and the keys; the choice is told to the extension, and undone leaves nothing', async () => {
    await render(page, spreading())
    await drawn(page)
    assert.equal(await page.getByRole('tabpanel', { name: 'φ and φ′' }).count(), 1)
    await tab(page, 'Histograms').click()
    await page.getByText('How gradients and activations spread').waitFor()
    await tab(page, 'Histograms').press('ArrowRight')
    await page.locator('.gradnb-tab[aria-selected="true"]', { hasText: 'Confusion' }).waitFor()
    assert.ok(await tab(page, 'Confusion').evaluate(node => node === document.activeElement))
    assert.match(await sentence(page), /recorded no answers/)
    await page.keyboard.press('ArrowRight')
    await drawn(page)
    const kept = await chosen(page)
    assert.deepEqual(
      kept.map(each => (each as { choice: { detail?: string } }).choice.detail),
      ['histograms', 'answers', undefined]
    )
    assert.deepEqual((kept.at(-1) as { choice: object }).choice, { quantity: 'delta_rms', beside: null })
  })

  it('stand under the chart’s own columns in a narrow window, and beside it in a wide one', async () => {
    await render(page, pictured())
    await tab(page, 'Predictions').click()
    await drawn(page)
    const boxes = async () => {
      const [chart, detail] = ['.gradnb-chart', '.gradnb-detail'].map(name => page.locator(name).boundingBox())
      return { chart: (await chart)!, detail: (await detail)! }
    }
    const narrow = await boxes()
    assert.ok(narrow.detail.y >= narrow.chart.y + narrow.chart.height)
    const title = (await page.locator('.gradnb-detail-title').boundingBox())!
    assert.ok(title.x > narrow.chart.x + 60, 'under the heatmap, not under the names of its rows')
    await page.setViewportSize({ width: 1700, height: 900 })
    await page.locator('.gradnb-detail[data-beside="true"]').waitFor()
    const wide = await boxes()
    assert.ok(wide.detail.x >= wide.chart.x + wide.chart.width && wide.detail.y < wide.chart.y + 60)
  })

  it('cut nothing off at 240 px', async () => {
    await page.setViewportSize({ width: 340, height: 900 })
    for (const record of [
      spreading(),
      pictured(),
      answering([
        [5, 1],
        [2, 7]
      ]),
      estimating([0, 1, 2])
    ]) {
      // prettier-ignore
      await render(page, record)
      const tabs = await page.getByRole('tab').all()
      // The first may be chosen already: it is looked at when another was.
      for (const each of [...tabs, tabs[0]!]) {
        if ((await each.getAttribute('aria-selected')) === 'true') continue
        const plot = page.locator('.gradnb-detail-plot').last()
        await turnTo(each, plot)
        assert.ok(await plot.evaluate(node => node.scrollWidth <= node.clientWidth), await each.innerText())
        assert.ok((await each.boundingBox())!.height >= 24)
      }
      await page.evaluate(() => rendererPage.activated.disposeOutputItem())
    }
  })

  it('name the newest epoch while a run goes on, and the last one in the end', async () => {
    const run = pictured('surface', [0, 7, 50])
    const sofar = (columns: number, frames: number) => ({ ...upTo(run, columns), frames: run.frames.slice(0, frames) })
    await render(page, sofar(2, 1), { stream: 's' })
    await tab(page, 'Predictions').click()
    await page.getByText('newest so far: init').waitFor()
    const piece: unknown = encodePiece(sofar(20, 2), 2, 1)
    await page.evaluate(piece => rendererPage.receive({ type: 'piece', stream: 's', piece }), piece)
    await page.getByText('newest so far: epoch 7').waitFor()
    await render(page, run, { again: true })
    await page.getByText('Class that the net predicts by input, epoch 50', { exact: true }).waitFor()
  })

  it('say that a net whose outputs are not numbers predicts nothing', async () => {
    await render(page, broken())
    await tab(page, 'Predictions').click()
    await page.getByText('Class that the net predicts by input, epoch 2').waitFor()
    assert.match(await sentence(page), /^The net predicts nothing: its outputs are not numbers\.$/)
    assert.equal(await page.locator('.gradnb-error').isVisible(), false)
  })

  it('have a table among the figure’s data, which follows the choice', async () => {
    await render(page, answering([[5, 1], [2, 7]])) // prettier-ignore
    await page.getByRole('button', { name: 'Data' }).click()
    assert.equal(await page.locator('.gradnb-table').count(), 1)
    await tab(page, 'Confusion').click()
    await page.locator('.gradnb-table caption', { hasText: 'Confusion matrix of the test split, epoch 50' }).waitFor()
    assert.match(await page.locator('.gradnb-table').last().innerText(), /5 \(83 %\)/)
  })

  it('are drawn with every theme’s own colours', async () => {
    await render(page, healthy())
    await drawn(page)
    const pixels = () =>
      page.locator('.gradnb-detail-plot canvas').evaluate(node => (node as HTMLCanvasElement).toDataURL())
    const light = await pixels()
    await page.evaluate(() => (document.body.className = 'vscode-high-contrast'))
    await until(async () => (await pixels()) !== light)
  })
})
