import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { ToFigure } from '../../src/figure'
import {
  encodeRecord,
  encodeSweep,
  encodeSweepPiece,
  SWEEP_MIME,
  type SweepRecord,
  type SweepRun
} from '../../src/record'
import { healthy } from '../unit/renderer/records'
import { articleSweep, randomSweep, rateSweep } from '../unit/renderer/sweeps'
import { pageForAll, showAlone, THEMES, type Item } from './rendererPage'
import { PICTURES } from './support'

/** The figure of a sweep as it ships, in a real browser. */
describe('the figure of a sweep', function () {
  this.timeout(120_000)
  let page: Page
  pageForAll(opened => (page = opened), { width: 1100, height: 900 })
  before(() => mkdir(PICTURES, { recursive: true }))

  const show = (sweep: SweepRecord, metadata: Item['metadata'] = { cell: 'aaaa' }) =>
    showAlone(page, SWEEP_MIME, encodeSweep(sweep), metadata)

  const posted = () => page.evaluate(() => rendererPage.posted.map(message => message))
  const receive = (message: ToFigure) =>
    page.evaluate(message => rendererPage.receive(message as never), message as unknown)
  const rows = () => page.locator('.gradnb-sweep-table tbody tr')

  beforeEach(() => page.setViewportSize({ width: 1196, height: 900 }))

  it('answers in its first sentence, and draws a picture a group', async () => {
    await show(articleSweep())
    assert.match(
      await page.locator('.gradnb-verdict').innerText(),
      /^Best is he, relu, depth 3: loss 0\.00\d+ \(median of 5 seeds\).*\n*2 of 120 runs diverged/s
    )
    assert.equal(await page.locator('.gradnb-group').count(), 24 + 4 + 3, 'groups, rows and columns')
    const painted = await page.locator('canvas.gradnb-thumbs').evaluate(node => {
      const canvas = node as HTMLCanvasElement
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return new Set(new Uint32Array(data.buffer)).size
    })
    assert.ok(painted > 20, `${painted} colours`)
  })

  it('shows the runs of a group, a row or a column in the table, by mouse and by keyboard', async () => {
    await show(articleSweep())
    assert.equal(await rows().count(), 50)
    await page.getByRole('button', { name: /^he, tanh, depth 8: |^he, tanh, depth 8,/ }).click()
    assert.equal(await rows().count(), 5)
    assert.equal(await page.locator('.gradnb-filter span').innerText(), 'Only he, tanh, depth 8')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('.gradnb-filter span').innerText(), 'Only xavier, tanh, depth 8')
    await page.getByRole('button', { name: 'initializer zeros' }).click()
    assert.equal(await rows().count(), 30)
    await page.getByRole('button', { name: 'Show all runs' }).click()
    assert.equal(await rows().count(), 50)
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    assert.equal(await rows().count(), 120)
  })

  it('sorts the table by a column, and moves the level to which time to converge is told', async () => {
    await show(articleSweep())
    const first = (column: number) => rows().first().locator('th, td').nth(column).innerText()
    await page.getByRole('button', { name: 'last loss' }).click()
    assert.match(await first(7), /^0\.00/)
    assert.equal(await page.locator('th[aria-sort="ascending"]').innerText(), 'last loss ↑')
    const before = await first(11)
    await page.locator('.gradnb-level').fill('20')
    await page.locator('th', { hasText: /loss ≤ 0\.01/ }).waitFor()
    assert.ok(Number(await first(11)) > Number(before))
  })

  it('asks for a run to be made again, and shows its whole figure below', async () => {
    await show(rateSweep())
    await page.getByTitle('Open run 3:').click()
    assert.deepEqual((await posted()).at(-1), { type: 'openRun', cell: 'aaaa', run: 3, digest: 'digest 3' })
    assert.equal(await page.locator('.gradnb-opened-title').innerText(), 'Running run 3 again …')
    await receive({ type: 'opened', cell: 'aaaa', run: 2, record: encodeRecord(healthy()) })
    await receive({ type: 'opened', cell: 'bbbb', run: 3, record: encodeRecord(healthy()) })
    assert.equal(await page.locator('.gradnb-opened-title').innerText(), 'Running run 3 again …')
    await receive({ type: 'opened', cell: 'aaaa', run: 3, record: encodeRecord(healthy()) })
    await page.locator('.gradnb-opened .gradnb-chart canvas').first().waitFor()
    assert.equal(await page.locator('.gradnb-opened-title').innerText(), 'Run 3: depth 1, learning_rate 0.03')
    await page.getByTitle('Open run 4:').click()
    await receive({ type: 'notOpened', cell: 'aaaa', run: 4, why: 'The worker ended.' })
    assert.match(
      await page.locator('.gradnb-opened-title').innerText(),
      /^Run 4 could not be opened: The worker ended\.$/
    )
    await page.getByRole('button', { name: 'Close' }).click()
    assert.ok(await page.locator('.gradnb-opened').isHidden())
    await page.getByTitle('Insert run 5 as a cell').click()
    assert.deepEqual((await posted()).at(-1), { type: 'insertRun', cell: 'aaaa', run: 5, digest: 'digest 5' })
  })

  it('grows as runs come back, in whatever order, and keeps what is focused', async () => {
    const whole = rateSweep()
    const runs = whole.runs.map(({ label, values, seed, digest }): SweepRun => ({ label, values, seed, digest, state: 'missing' })) // prettier-ignore
    await show({ ...whole, runs }, { cell: 'aaaa', stream: 's' })
    assert.deepEqual((await posted()).at(-1), { type: 'missing', stream: 's', columns: 0, frames: 0 })
    assert.match(await page.locator('.gradnb-headline').innerText(), /0 of 35 runs$/)
    const button = page.locator('.gradnb-group').nth(8)
    await button.focus()
    await receive({ type: 'piece', stream: 's', piece: encodeSweepPiece(whole, [20, 3, 4]) })
    await page.locator('.gradnb-headline', { hasText: '3 of 35 runs' }).waitFor()
    await receive({ type: 'piece', stream: 's', piece: encodeSweepPiece(whole, whole.runs.map((_, i) => i)) }) // prettier-ignore
    await page.locator('.gradnb-verdict', { hasText: '3 of 35 runs diverged' }).waitFor()
    assert.ok(await button.evaluate(node => node === document.activeElement))
    await page.waitForFunction(() =>
      rendererPage.posted.some(message => message.type === 'drawn' && message.columns === 35)
    )
  })

  it('is taken away as CSV, SVG and PNG', async () => {
    await show(articleSweep())
    const saved = async (what: string) => {
      await page.getByRole('button', { name: what, exact: true }).click()
      await page.waitForFunction(() => rendererPage.posted.at(-1)?.type === 'save')
      const message = (await posted()).at(-1) as { name: string; data: string }
      await page.evaluate(() => rendererPage.receive({ type: 'chosen', cell: 'x', choice: null, silenced: [] }))
      return { name: message.name, bytes: Buffer.from(message.data, 'base64') }
    }
    const csv = await saved('CSV')
    assert.deepEqual([csv.name, csv.bytes.toString().split('\r\n').length], ['initialization.csv', 122])
    await page.getByRole('button', { name: 'SVG' }).click()
    await page.waitForFunction(() =>
      rendererPage.posted.some(message => message.type === 'save' && message.name.endsWith('.svg'))
    )
    await page.getByRole('button', { name: 'PNG' }).click()
    await page.waitForFunction(() =>
      rendererPage.posted.some(message => message.type === 'save' && message.name.endsWith('.png'))
    )
    const files = (await posted()).flatMap(message => (message.type === 'save' ? [message] : []))
    const svg = Buffer.from(files.find(({ name }) => name.endsWith('.svg'))!.data, 'base64').toString()
    assert.match(svg, /^<svg xmlns.*<image [^>]*href="data:image\/png;base64,/s)
    const png = Buffer.from(files.find(({ name }) => name.endsWith('.png'))!.data, 'base64')
    assert.equal(png.toString('latin1', 1, 4), 'PNG')
    assert.ok(png.readUInt32BE(16) > 2000, 'twice its size')
  })

  it('says what is wrong with a damaged record in place of the figure', async () => {
    await show({ ...rateSweep(), seeds: 0 })
    assert.match(
      await page.locator('.gradnb-error').innerText(),
      /^This output cannot be drawn: damaged record: seeds should be at least 1$/
    )
  })

  it('draws a thousand runs, of which the table makes rows on demand', async () => {
    await show(randomSweep(1000))
    assert.match(await page.locator('.gradnb-headline').innerText(), /1,000 runs/)
    assert.ok((await page.locator('.gradnb-sweep *').count()) < 4000)
  })

  it('leaves nothing behind when it is drawn anew', async () => {
    const session = await page.context().newCDPSession(page)
    const used = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const value = (name: string) => metrics.find(metric => metric.name === name)!.value
      return { bytes: value('JSHeapUsedSize'), nodes: value('Nodes') }
    }
    await session.send('Performance.enable')
    const draw = async (times: number) => {
      for (let i = 0; i < times; i++) await show(randomSweep(300))
      return used()
    }
    const before = await draw(3)
    const after = await draw(10)
    assert.ok(after.bytes < 1.3 * before.bytes, `${before.bytes} → ${after.bytes} bytes`)
    assert.ok(after.nodes < 1.3 * before.nodes, `${before.nodes} → ${after.nodes} nodes`)
  })

  it('is looked at in four themes, narrow and wide', async () => {
    for (const [name, sweep] of [
      ['article', articleSweep()],
      ['rates', rateSweep()],
      ['random', randomSweep(200)]
    ] as const)
      // prettier-ignore
      for (const width of [400, 1100, 1600])
        for (const theme of width === 1100 ? THEMES : THEMES.slice(1, 2)) {
          await page.setViewportSize({ width: width + 96, height: 900 })
          await page.evaluate(theme => (document.body.className = theme), theme)
          await page.evaluate(dark => {
            const { style } = document.body
            style.background = dark ? '#1f1f1f' : '#fff'
            style.setProperty('--vscode-editor-foreground', dark ? '#ccc' : '#3b3b3b')
            style.setProperty('--vscode-editor-background', dark ? '#1f1f1f' : '#fff')
          }, !theme.endsWith('light'))
          await show(sweep)
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
          await page.screenshot({ path: path.join(PICTURES, `sweep-${name}-${width}-${theme}.png`), fullPage: true })
        }
  })
})
