import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { RECORD_MIME, encodeRecord, type RunRecord } from '../../src/record'
import { abyss, exploding, healthy, regression, vanishing, zeros } from '../unit/renderer/records'
import { blowingUp, stepping } from '../unit/renderer/stepRecords'
import { pageForAll, showAlone } from './rendererPage'

/** The page leaves so much beside the figure. */
const MARGIN = 96

/** With a window of 900 px and a cell of ten lines above, a chart's heatmap ends in view if it is no taller than this. */
const TALLEST = 420

const RECORDS: Readonly<Record<string, () => RunRecord>> = {
  blowingUp,
  exploding,
  healthy,
  regression,
  zeros,
  vanishing: () => vanishing(10, 30),
  deep: () => abyss(100, 20),
  steps: () => stepping(31, undefined, 2)
}

/** A text of the picture that is taken away, and the box that its letters fill, px. */
interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const show = (page: Page, record: RunRecord): Promise<void> =>
  showAlone(page, RECORD_MIME, encodeRecord(record), { cell: 'aaaa' })

/** The texts of the figure's SVG, drawn by this browser, and the picture's width. */
async function labelsOf(page: Page): Promise<{ readonly width: number; readonly labels: Label[] }> {
  const before = await page.evaluate(() => rendererPage.posted.length)
  await page.getByRole('button', { name: 'SVG', exact: true }).click()
  await page.waitForFunction(before => rendererPage.posted.length > before, before)
  return page.evaluate(() => {
    const message = rendererPage.posted.at(-1)!
    const bytes = message.type === 'save' ? Uint8Array.from(atob(message.data), char => char.charCodeAt(0)) : null
    const holder = document.body.appendChild(document.createElement('div'))
    holder.innerHTML = new TextDecoder().decode(bytes!)
    const frame = holder.querySelector('svg')!.getBoundingClientRect()
    const labels = [...holder.querySelectorAll('text')].flatMap(node => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      const text = node.textContent ?? ''
      const hidden =
        text.trim() === '' || getComputedStyle(node).opacity === '0' || node.getAttribute('opacity') === '0'
      // A font's box is taller than its letters.
      const line = (bottom - top) * 0.2
      return hidden
        ? []
        : [{ text, left: left - frame.left, right: right - frame.left, top: top + line, bottom: bottom - line }]
    })
    holder.remove()
    return { width: frame.width, labels }
  })
}

const cutLabels = ({ width, labels }: { readonly width: number; readonly labels: readonly Label[] }): string[] =>
  labels.filter(({ left, right }) => left < -0.5 || right > width + 0.5).map(({ text }) => `"${text}" is cut`)

const overlap = (a: Label, b: Label): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1

/** Of words and numbers; signs as × mark places. */
const collisions = (all: readonly Label[]): string[] => {
  const labels = all.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap(b => (overlap(a, b) ? [`"${a.text}" and "${b.text}"`] : []))
  )
}

/** What a person reads of a figure, at every width. */
describe('the texts of a figure', function () {
  this.timeout(120_000)
  let page: Page

  pageForAll(opened => (page = opened))

  for (const width of [240, 400, 640, 980, 1300, 1600])
    it(`are neither cut nor upon each other at ${width} px`, async () => {
      await page.setViewportSize({ width: width + MARGIN, height: 900 })
      const faults: string[] = []
      for (const [name, make] of Object.entries(RECORDS)) {
        await show(page, make())
        const picture = await labelsOf(page)
        assert.ok(picture.labels.length > 20, name)
        faults.push(
          ...[...cutLabels(picture), ...collisions(picture.labels), ...(await cutElements(page))].map(
            fault => `${name}: ${fault}`
          )
        )
      }
      assert.deepEqual(faults, [])
    })

  for (const width of [400, 700, 1000, 1600])
    it(`leave the heatmap in view at ${width} px, however many layers there are`, async () => {
      await page.setViewportSize({ width: width + MARGIN, height: 900 })
      for (const layers of [1, 5, 10, 16, 24, 40, 100]) {
        await show(page, vanishing(layers, 20))
        const height = await heatmapEnd(page)
        assert.ok(height <= TALLEST, `${layers} layers: ${height} px`)
        assert.ok(height > 100, `${layers} layers: ${height} px`)
      }
    })
})

/** Texts of elements that stand out of the figure or do not fit into their own element. */
const cutElements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('.gradnb-run')!
    const { right, left } = root.getBoundingClientRect()
    return [
      ...root.querySelectorAll<HTMLElement>(
        'p, dt, dd, button, select, label, strong, .gradnb-headline, .gradnb-plot, .gradnb-readout-title'
      )
    ]
      .filter(node => node.offsetParent !== null)
      .filter(node => {
        const box = node.getBoundingClientRect()
        return (
          box.right > right + 1 ||
          box.left < left - 1 ||
          (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'visible')
        )
      })
      .map(node => `${node.className}: ${node.textContent?.slice(0, 40)}`)
  })

/** From the chart's top to the labels of its columns. */
async function heatmapEnd(page: Page): Promise<number> {
  await page.mouse.move(1, 1)
  await page.locator('.gradnb-chart').focus()
  await page.keyboard.press('End')
  await page.locator('.gradnb-mark-line').first().waitFor()
  return page.evaluate(() => {
    const top = document.querySelector('.gradnb-chart')!.getBoundingClientRect().top
    const ends = [...document.querySelectorAll('.gradnb-mark-line')].map(node => node.getBoundingClientRect().bottom)
    const LABELS = 20
    return Math.max(...ends) + LABELS - top
  })
}
