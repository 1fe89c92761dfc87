import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { formatNotebook, parseNotebook, type Cell } from '../../src/notebook'
import { openBrowser } from '../workbench/browser'
import { createLifetime, type Lifetime } from '../workbench/lifetime'
import { gradnb } from '../unit/cli/gradnb'

const HOSTILE = '</script></textarea><img src=x onerror="document.title=\'broken\'">'

/** Pages as the command line exports them, opened from a file with the network off. */
describe('an exported page', function () {
  this.timeout(120_000)
  let lifetime: Lifetime
  let browser: BrowserContext
  let folder: string
  const wrong: string[] = []
  const file = (name: string) => path.join(folder, name)

  before(async () => {
    lifetime = createLifetime()
    browser = await openBrowser(lifetime, { width: 1000, height: 900 })
    await browser.setOffline(true)
    folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-page-'))
    await cp('media/samples', folder, { recursive: true })
    for (const sample of ['first-steps', 'your-own-data']) {
      assert.equal((await gradnb(['run', file(`${sample}.gradnb`)])).status, 0)
      await exported(sample)
    }
  })
  after(async () => {
    await lifetime.end()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(() => void wrong.splice(0))

  async function exported(name: string, ...options: string[]): Promise<void> {
    const { status, stderr } = await gradnb(['export', file(`${name}.gradnb`), '--to', 'html', '--force', ...options])
    assert.deepEqual([status, stderr], [0, ''])
  }

  const isInside = (url: string) => /^(file|blob|data):/.test(url)

  async function open(name: string, runs = true): Promise<Page> {
    const page = await browser.newPage()
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
    page.on('requestfinished', request => isInside(request.url()) || wrong.push(request.url()))
    page.on(
      'requestfailed',
      request =>
        request.failure()?.errorText === 'csp' || wrong.push(`${request.url()} ${request.failure()?.errorText}`)
    )
    await page.goto(pathToFileURL(file(`${name}.html`)).href)
    if (runs) await page.locator('body[data-ready]').waitFor()
    return page
  }

  /** The notebook that the page gives away. */
  async function downloaded(page: Page): Promise<readonly Cell[]> {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as .gradnb' }).click()
    return parseNotebook(await readFile(await (await download).path())).cells
  }

  /** Runs all cells and waits until each has said so. */
  async function runAll(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Run all' }).click()
    const cells = await page.locator('.cell').count()
    await page
      .locator('.bar [role=status]', { hasText: 'done' })
      .nth(cells - 1)
      .waitFor({ timeout: 60_000 })
  }

  const outputsOf = (cells: readonly Cell[]) => cells.map(({ outputs }) => JSON.stringify(outputs))

  for (const sample of ['first-steps', 'your-own-data'])
    it(`runs the cells of ${sample} with the bits of the notebook`, async () => {
      const page = await open(sample)
      await runAll(page)
      const saved = parseNotebook(await readFile(file(`${sample}.gradnb`))).cells
      assert.deepEqual(outputsOf(await downloaded(page)), outputsOf(saved))
      assert.deepEqual(wrong, [])
      await page.close()
    })

  it('runs a cell that was edited, with the bits that the command line gives it', async () => {
    const page = await open('first-steps')
    const source = 'dataset: spiral\ninitializer: he\nactivation: relu\nepochs: 6'
    await page.getByLabel('Experiment of cell 2').fill(source)
    assert.equal(await page.locator('.bar [role=status]').first().innerText(), 'the output is from before your edit')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await page.locator('.bar [role=status]', { hasText: 'done' }).waitFor()
    const [found] = (await downloaded(page)).filter(({ kind }) => kind === 'experiment')
    assert.equal(found!.source, source)
    await writeFile(
      file('edited.gradnb'),
      formatNotebook({ metadata: {}, extra: {}, cells: [{ ...found!, outputs: [] }] })
    )
    await gradnb(['run', file('edited.gradnb')])
    assert.deepEqual(outputsOf([found!]), outputsOf(parseNotebook(await readFile(file('edited.gradnb'))).cells))
    await page.close()
  })

  it('says what is wrong with a cell, and stops one that runs', async () => {
    const page = await open('first-steps')
    const cell = page.locator('.cell').first()
    await page.getByLabel('Experiment of cell 2').fill('activation: sigmod')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await cell.locator('.wrong', { hasText: 'did you mean "sigmoid"?' }).waitFor()
    await page.getByLabel('Experiment of cell 2').fill('hidden_layers: {depth: 20, units: 32}\nepochs: 40000')
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await cell.locator('.gradnb-run').waitFor()
    await page.getByRole('button', { name: 'Run cell 2' }).click()
    await cell.locator('[role=status]', { hasText: 'stopped' }).waitFor()
    await page.close()
  })

  it('has no fault that axe finds, running or not, light or dark', async () => {
    const axe = readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8')
    await exported('first-steps', '--static', '--out', file('still.html'))
    for (const [name, runs] of [
      ['first-steps', true],
      ['still', false]
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(name, runs)
        await page.emulateMedia({ colorScheme })
        await page.evaluate(axe)
        const found = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run() // prettier-ignore
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
        })
        assert.deepEqual(found, [], `${name}, ${colorScheme}`)
        await page.close()
      }
  })

  it('lets nothing in a notebook run that is no cell', async () => {
    const cells: Cell[] = [
      {
        id: 'a',
        kind: 'markdown',
        source: `# T\n\n${HOSTILE}\n\n![x](http://127.0.0.1:9/x.png)`,
        outputs: [],
        extra: {}
      },
      { id: 'b', kind: 'experiment', source: HOSTILE, outputs: [], extra: {} }
    ]
    await writeFile(file('hostile.gradnb'), formatNotebook({ metadata: {}, extra: {}, cells }))
    await exported('hostile')
    const page = await open('hostile')
    await page.getByRole('button', { name: 'Run all' }).click()
    await page.locator('.wrong').waitFor()
    assert.equal(await page.title(), 'T')
    assert.equal(await page.locator('img[src=x]').count(), 0)
    assert.deepEqual(
      wrong.filter(line => !/Content Security Policy/.test(line)),
      []
    )
    await page.close()
  })
})
