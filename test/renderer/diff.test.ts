import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { hostNames, type HostName } from '../workbench/hosts'
import { runAllCells, saveNotebook } from '../workbench/notebook'
import { screenshot } from '../workbench/page'
import { pick, runCommand } from '../workbench/palette'
import { Bench, cell, PICTURES, until } from './support'

const NET = 'name: net\nhidden_layers: {depth: 10, units: 16}\nepochs: 2\nactivation: '

/** What a page has drawn on canvases since it was opened: figures are no text. */
interface Drawing {
  drawnTexts?: string[]
}

function rememberDrawnTexts(): void {
  const drawn: string[] = ((window as Drawing).drawnTexts = [])
  const { prototype } = CanvasRenderingContext2D
  const { fillText } = prototype
  prototype.fillText = function (this: CanvasRenderingContext2D, ...args: Parameters<typeof fillText>) {
    drawn.push(args[0])
    return fillText.apply(this, args)
  }
}

const drawnIn = (frame: Frame): Promise<string[]> => frame.evaluate(() => (window as Drawing).drawnTexts ?? [])

/** The last text that matches: of the newest picture. */
const lastDrawn = async (frame: Frame, pattern: RegExp): Promise<string | undefined> =>
  (await drawnIn(frame)).filter(text => pattern.test(text)).at(-1)

const CAPTION = /Scale of .*$/
const LOW_END = /^≤/

describe('VS Code’s notebook diff editor', function () {
  this.timeout(240_000)
  const bench = new Bench()

  async function save(version: HostName, activation: string): Promise<Page> {
    const page = await bench.open([cell('aaaa', NET + activation)], {}, { width: 1600, height: 1100 }, version)
    await runAllCells(page)
    await saveNotebook(page)
    return page
  }

  /** The pages of both sides. */
  async function compared(page: Page): Promise<Frame[]> {
    const known = new Set(page.frames())
    await runCommand(page, 'File: Compare Active File With...')
    await pick(page, 'other.gradnb')
    const found: Frame[] = []
    await until(async () => {
      for (const frame of page.frames())
        if (!known.has(frame) && !found.includes(frame) && (await frame.locator('.gradnb-run').count()) > 0)
          found.push(frame)
      return found.length === 2
    })
    return found
  }

  for (const version of hostNames)
    it(`of the ${version} VS Code draws both sides on one scale, says so, and offers nothing that it cannot do`, async () => {
      await save(version, 'sigmoid')
      await copyFile(bench.file, path.join(bench.folder, 'other.gradnb'))
      const page = await save(version, 'tanh')
      await page.addInitScript(rememberDrawnTexts)
      const sides = await compared(page)
      const ofBoth = (pattern: RegExp) => Promise.all(sides.map(side => lastDrawn(side, pattern)))
      await until(async () => (await ofBoth(CAPTION)).every(text => text?.endsWith('Scale of both versions.')))
      await until(async () => new Set(await ofBoth(LOW_END)).size === 1)
      await screenshot(page, path.join(PICTURES, `diff-${version}.png`))
      assert.deepEqual(await ofBoth(LOW_END), ['≤ 10⁻⁶', '≤ 10⁻⁶'])
      for (const side of sides) {
        assert.equal(await side.getByRole('button', { name: 'Repair' }).count(), 0)
        const downloading = page.waitForEvent('download')
        await side.getByRole('button', { name: 'CSV' }).first().click()
        assert.equal((await downloading).suggestedFilename(), 'net.csv')
      }
    })
})
