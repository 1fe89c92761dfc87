import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { parseNotebook } from '../../src/notebook'
import { extensionReady, newNotebook } from '../workbench/newcomer'
import { notebookReady, runAllCells } from '../workbench/notebook'
import { runCommand } from '../workbench/palette'
import { Bench, cell, once as retry } from './support'

/** The setting that makes VS Code run the extension in the browser. */
const IN_BROWSER = { 'remote.extensionKind': { 'gradnb.gradnb': ['web'] } }

describe('Share… where the extension runs in the browser', function () {
  this.timeout(600_000)
  const bench = new Bench()
  const at = (name: string): string => path.join(bench.folder, name)

  /** Shares the notebook in front in the form of this label, in the place that VS Code's own dialog offers, which must be `name`. */
  async function save(page: Page, label: string, name: string): Promise<void> {
    await choose(page, label)
    await once(async () => assert.equal(await input(page).inputValue(), at(name)))
    await page.keyboard.press('Enter')
  }

  it('makes each of its six forms', async () => {
    const page = await bench.open([cell('a', 'name: fresh\nepochs: 2')], IN_BROWSER)
    await runAllCells(page)
    for (const [label, outputs] of [
      ['Notebook', 1],
      ['Notebook without outputs', 0]
    ] as const) {
      await save(page, label, 'test-copy.gradnb')
      if (outputs === 0)
        await page
          .getByRole('button', { name: /^Yes|^OK|^Replace/ })
          .first()
          .click()
      await once(async () => {
        const { cells } = parseNotebook(await readFile(at('test-copy.gradnb')))
        assert.deepEqual(cells.map(each => [each.source, each.outputs.length]), [['name: fresh\nepochs: 2', outputs]]) // prettier-ignore
      })
    }
    await save(page, 'Web page', 'test.html')
    await once(async () =>
      assert.match(await readFile(at('test.html'), 'utf8'), /id="gradnb-programs">[^]*<\/html>\s*$/)
    )
    await save(page, 'Markdown', 'test.md')
    await once(async () => assert.match(await readFile(at('test.md'), 'utf8'), /\(data:image\/svg\+xml[^]*\n$/))
    await save(page, 'PyTorch', 'test_pytorch')
    await once(async () => assert.deepEqual(await readdir(at('test_pytorch')), ['1-fresh.py', '1-fresh.safetensors']))
    await choose(page, 'Markdown on the clipboard')
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await once(async () => assert.equal(await clipboard(), await readFile(at('test.md'), 'utf8')))
  })

  it('offers a place for a notebook that was never saved, too', async () => {
    const page = await bench.openEmpty(IN_BROWSER)
    await extensionReady(page)
    await newNotebook(page)
    await notebookReady(page)
    await save(page, 'Notebook', 'Untitled-1-copy.gradnb')
    await once(async () => assert.equal(parseNotebook(await readFile(at('Untitled-1-copy.gradnb'))).cells.length, 1))
  })
})

const input = (page: Page): Locator => page.locator('.quick-input-widget .quick-input-box input').first()

async function choose(page: Page, label: string): Promise<void> {
  await runCommand(page, 'Gradient Notebook: Share…')
  const rows = page.locator('.quick-input-list .monaco-list-row')
  await rows
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
    .click()
}

/** What is shared may have to be made first. */
const once = (check: () => Promise<void>): Promise<void> => retry(check, 90)
