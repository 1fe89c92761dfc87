import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { notebookOutputs, runAllCells, startAllCells, stopAllCells } from '../workbench/notebook'
import { screenshot } from '../workbench/page'
import { runCommand } from '../workbench/palette'
import { setTheme, themes, type Theme } from '../workbench/theme'
import { Bench, DEEP, PICTURES, cell, once, pixels, until } from './support'

/** Whole records come 15 s apart: they alone would show three epochs at most while `until` waits. */
const MORE_THAN_WHOLE_RECORDS = 5

/** The output in a real VS Code: drawn by our renderer, in the notebook's webview. */
describe('the output in the workbench', function () {
  this.timeout(180_000)
  const bench = new Bench()

  it('is a heatmap with a name, words for those who do not see it, and numbers under the pointer', async () => {
    const page = await bench.open([cell('aaaa', DEEP)])
    await runAllCells(page)
    const output = notebookOutputs(page)
    const chart = output.locator('.gradnb-chart')
    await chart.locator('canvas').waitFor()
    // The last picture may be drawn a moment after the cell has ended.
    await output
      .locator('.gradnb-headline', {
        hasText: /^deep-sigmoid — spiral, 2 → 16×10 → 2 sigmoid, xavier.*epoch 12 of 12$/s
      })
      .waitFor()
    assert.match((await chart.getAttribute('aria-label'))!, /11 layers.*12 epochs.*delta/s)
    assert.equal(await chart.getAttribute('tabindex'), '0')
    const [first, last] = await rowColors(chart, 11)
    assert.notDeepEqual(first, last, 'the first layer has the colour of the last')
    await hoverPlot(page, chart, /hidden \d+.*delta.*\d(\.\d+)?e-\d+/s)
    await screenshot(page, path.join(PICTURES, 'hover.png'))
  })

  it('follows the theme, and has no part outside a narrow window', async () => {
    const page = await bench.open([cell('aaaa', DEEP)])
    await runAllCells(page)
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
    const chart = notebookOutputs(page).locator('.gradnb-chart')
    const seen = new Set<string>()
    for (const theme of Object.keys(themes) as Theme[]) {
      await setTheme(page, theme)
      await until(async () => !seen.has(await pixels(chart.locator('canvas'))))
      seen.add(await pixels(chart.locator('canvas')))
      await screenshot(page, path.join(PICTURES, `${theme}.png`))
    }
    assert.equal(seen.size, 4)
    for (const width of [620, 1600]) {
      await page.setViewportSize({ width, height: 1000 })
      await until(() => chart.evaluate(node => node.scrollWidth <= node.clientWidth && node.clientWidth <= innerWidth))
      const [inside, outside] = await chart.evaluate(node => [node.scrollWidth, node.clientWidth])
      assert.ok(inside! <= outside!, `at ${width} px the chart is ${inside} wide in ${outside}`)
      await screenshot(page, path.join(PICTURES, `${width}px.png`))
    }
  })

  it('stays sharp and whole at 200 % zoom', async () => {
    const page = await bench.open([cell('aaaa', DEEP)])
    await runAllCells(page)
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
    const chart = notebookOutputs(page).locator('.gradnb-chart')
    const zoom = await page.context().newCDPSession(page)
    const density = () =>
      chart.locator('canvas').evaluate(node => (node as HTMLCanvasElement).width / Math.round(node.clientWidth))
    await until(async () => (await density()) === 1)
    const [inside, height] = [600, 550]
    await zoom.send('Emulation.setDeviceMetricsOverride', {
      width: inside,
      height,
      deviceScaleFactor: 2,
      mobile: false
    })
    await until(async () => (await density()) === 2)
    await once(async () => {
      const [whole, seen] = await chart.evaluate(node => [node.scrollWidth, node.clientWidth])
      assert.ok(whole! <= seen!, `the chart is ${whole} wide in ${seen}`)
      assert.ok(seen! < inside, `the chart is ${seen} wide in a window of ${inside}`)
    })
    const { data } = await zoom.send('Page.captureScreenshot', { format: 'png' })
    await writeFile(path.join(PICTURES, 'zoom.png'), Buffer.from(data, 'base64'))
  })

  it('grows in place while training runs, says how long it will take, stops, and tells when it is stale', async () => {
    const page = await bench.open([cell('aaaa', 'hidden_layers: {depth: 20, units: 32}\nepochs: 5000')])
    await startAllCells(page)
    const output = notebookOutputs(page)
    const run = output.locator('.gradnb-run')
    await run.locator('.gradnb-chart canvas').waitFor()
    await run.evaluate(node => node.setAttribute('data-first', 'yes'))
    const state = output.locator('.gradnb-state')
    await output.locator('.gradnb-state', { hasText: /^epoch \d+ of 5000$/ }).waitFor()
    const early = await state.innerText()
    const status = page.locator('.cell-statusbar-container')
    await status.getByText(/epoch \d+ of 5000 · \d+ % · .* left/).waitFor()
    await screenshot(page, path.join(PICTURES, 'running.png'))
    await until(async () => (await state.innerText()) !== early)
    assert.equal(await run.getAttribute('data-first'), 'yes', 'the output was made anew')
    await stopAllCells(page)
    await output.locator('.gradnb-state[data-tone=stopped]').waitFor()
    assert.match(await state.innerText(), /^stopped at epoch \d+ of 5000/)
    assert.equal(await status.getByText('output is from before your edit').count(), 0)
    await page.locator('.notebookOverlay .cell-editor-part').first().click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('\nseed: 7')
    await status.getByText('output is from before your edit').waitFor()
    await screenshot(page, path.join(PICTURES, 'stale.png'))
  })

  it('catches up with its run when it was hidden for a while', async () => {
    const page = await bench.open([cell('aaaa', 'hidden_layers: {depth: 20, units: 32}\nepochs: 40000')])
    await startAllCells(page)
    const state = notebookOutputs(page).locator('.gradnb-state')
    const epoch = async () => Number(/^epoch (\d+) of 40000$/.exec(await state.innerText())?.[1] ?? NaN)
    await until(async () => (await epoch()) > 10)
    await runCommand(page, 'Notebook: Collapse All Cell Outputs')
    await state.waitFor({ state: 'hidden' })
    const status = page.locator('.cell-statusbar-container').getByText(/epoch \d+ of 40000 · /)
    const told = async () => Number(/epoch (\d+) of/.exec(await status.innerText())![1])
    const before = await told()
    await until(async () => (await told()) > before + 100)
    const missed = await told()
    await runCommand(page, 'Notebook: Expand All Cell Outputs')
    const seen = new Set<number>()
    await until(async () => {
      const now = await epoch()
      if (now > missed) seen.add(now)
      return seen.size >= MORE_THAN_WHOLE_RECORDS
    })
    await stopAllCells(page)
    await notebookOutputs(page).locator('.gradnb-state[data-tone=stopped]').waitFor()
  })

  it('lists the problems of a cell with their places', async () => {
    const page = await bench.open([cell('aaaa', 'activation: sigmod\nlearning_rate: 0.1')])
    await runAllCells(page)
    await notebookOutputs(page)
      .getByText('line 1, column 13: unknown activation "sigmod"; did you mean "sigmoid"?')
      .waitFor()
    await screenshot(page, path.join(PICTURES, 'problems.png'))
  })
})

/**
 * Colours in the middle of the first and the last of `rows` rows of the heatmap, found by scanning up a column of
 * pixels.
 */
async function rowColors(chart: Locator, rows: number): Promise<[number[], number[]]> {
  return chart.locator('canvas').evaluate((node, rows): [number[], number[]] => {
    const canvas = node as HTMLCanvasElement
    const x = Math.round(canvas.width * 0.6)
    const pixels = canvas.getContext('2d')!.getImageData(x, 0, 1, canvas.height).data
    const colorful = (y: number) => {
      const [r, g, b] = [pixels[4 * y]!, pixels[4 * y + 1]!, pixels[4 * y + 2]!]
      return pixels[4 * y + 3]! > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 30
    }
    let [best, start] = [{ from: 0, to: 0 }, -1]
    for (let y = 0; y <= canvas.height; y++) {
      const inside = y < canvas.height && (colorful(y) || (start >= 0 && (colorful(y + 1) || colorful(y + 2))))
      if (inside && start < 0) start = y
      if (!inside && start >= 0) {
        if (y - start > best.to - best.from) best = { from: start, to: y }
        start = -1
      }
    }
    const row = (best.to - best.from) / rows
    const color = (y: number) => [...pixels.slice(4 * Math.round(y), 4 * Math.round(y) + 3)]
    return [color(best.from + row / 2), color(best.to - row / 2)]
  }, rows)
}

/** Moves the pointer over the figure from top to bottom, again and again, until its tooltip says what it has to. */
async function hoverPlot(page: Page, chart: Locator, text: RegExp): Promise<void> {
  const tooltip = notebookOutputs(page).locator('.gradnb-tooltip')
  let moves = 0
  await until(async () => {
    const box = (await chart.boundingBox())!
    // The same place a few times: the tooltip follows the pointer a moment later.
    const share = 0.4 + 0.05 * (Math.floor(moves++ / 3) % 10)
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * share)
    return (await tooltip.isVisible()) && text.test(await tooltip.innerText())
  })
}
