import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { formatNotebook, parseNotebook, type Cell } from '../../src/notebook'
import { gradnb } from '../unit/cli/gradnb'
import { openBrowser } from '../workbench/browser'
import { createLifetime, type Lifetime } from '../workbench/lifetime'

/** Notebooks in a folder of their own, exported as pages by the command line, and a browser without a network that opens them from there. */
export class ExportedPages {
  folder = ''
  /** what went wrong in pages, and what they asked of the network */
  readonly wrong: string[] = []
  private lifetime!: Lifetime
  private browser!: BrowserContext

  /** For the tests of a `describe`. */
  constructor() {
    before(async () => {
      this.lifetime = createLifetime()
      this.browser = await openBrowser(this.lifetime, { width: 1000, height: 900 })
      await this.browser.setOffline(true)
      this.folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-page-'))
      await cp('media/samples', this.folder, { recursive: true })
    })
    after(async () => {
      await this.lifetime.end()
      await rm(this.folder, { recursive: true, force: true })
    })
    beforeEach(() => void this.wrong.splice(0))
  }

  readonly file = (name: string): string => path.join(this.folder, name)

  /** Writes a notebook of these cells. */
  async write(name: string, ...cells: readonly Cell[]): Promise<void> {
    await writeFile(this.file(`${name}.gradnb`), formatNotebook({ metadata: {}, extra: {}, cells }))
  }

  async cellsOf(name: string): Promise<readonly Cell[]> {
    return parseNotebook(await readFile(this.file(`${name}.gradnb`))).cells
  }

  /** Exports a notebook as it is. */
  async export(name: string, ...options: string[]): Promise<void> {
    const { status, stderr } = await gradnb(['export', this.file(`${name}.gradnb`), '--to', 'html', '--force', '--quiet', ...options]) // prettier-ignore
    assert.deepEqual([status, stderr], [0, ''])
  }

  async open(name: string, runs = true): Promise<Page> {
    const page = await this.browser.newPage()
    page.on('pageerror', error => this.wrong.push(error.message))
    page.on('console', message => message.type() === 'error' && this.wrong.push(message.text()))
    page.on('requestfinished', request => isInside(request.url()) || this.wrong.push(request.url()))
    page.on('requestfailed', request => {
      const why = request.failure()?.errorText
      if (why !== 'csp') this.wrong.push(`${request.url()} ${why}`)
    })
    await page.goto(pathToFileURL(this.file(`${name}.html`)).href)
    if (runs) await page.locator('body[data-ready]').waitFor()
    return page
  }
}

const isInside = (url: string): boolean => /^(file|blob|data):/.test(url)

/** The notebook file that a page gives away. */
export async function downloadedFile(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as .gradnb' }).click()
  return readFile(await (await download).path())
}

export const downloaded = async (page: Page): Promise<readonly Cell[]> =>
  parseNotebook(await downloadedFile(page)).cells

/** Runs all cells, one after the other, to the end. */
export async function runAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run all' }).click()
  await page.getByRole('button', { name: 'Run all' }).waitFor({ timeout: 100_000 })
}

/** The view of the cell at a place among all, from 1. */
export const cellAt = (page: Page, place: number) => page.getByRole('region', { name: `Experiment, cell ${place}`, exact: true }) // prettier-ignore

/** What came of a cell. */
export const statusOf = (page: Page, place: number) => cellAt(page, place).locator('.bar [role=status]')

export const outputsOf = (cells: readonly Cell[]): string[] => cells.map(({ outputs }) => JSON.stringify(outputs))

/** What axe finds wrong with a page. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run() // prettier-ignore
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}
