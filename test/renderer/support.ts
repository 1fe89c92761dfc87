import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { formatNotebook, type Cell, type Output } from '../../src/notebook'
import { RECORD_MIME, encodeRecord, type RunRecord } from '../../src/record'
import type { WindowSize } from '../workbench/browser'
import type { HostName } from '../workbench/hosts'
import { notebookOutputs, notebookReady } from '../workbench/notebook'
import { openWorkbench, screenshot, type Workbench } from '../workbench/page'
import type { Settings } from '../workbench/settings'

export const PICTURES = path.join('artifacts', 'renderer')

export const DEEP = 'name: deep-sigmoid\nhidden_layers: {depth: 10, units: 16}\nactivation: sigmoid\nepochs: 12'

export const cell = (id: string, source: string, outputs: Output[] = [], extra: Cell['extra'] = {}): Cell => ({
  id,
  kind: 'experiment',
  source,
  outputs,
  extra
})

/** A run's record as a file keeps it. */
export const stored = (record: RunRecord | object): Output[] => [
  {
    items: [
      {
        mime: RECORD_MIME,
        data: ('quantities' in record && 'curves' in record && isDecoded(record)
          ? encodeRecord(record)
          : record) as never
      }
    ],
    extra: {}
  }
]

const isDecoded = (record: object): record is RunRecord => !Array.isArray((record as RunRecord).curves.loss)

const SIZE = { width: 1200, height: 1100 }

/** A folder and a workbench for each test of the suite that calls this, ended with it. */
export class Bench {
  folder = ''
  private workbench: Workbench | undefined

  constructor() {
    beforeEach(async () => (this.folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-renderer-'))))
    const failed = () => this.workbench && screenshot(this.workbench.page, path.join(PICTURES, 'failure.png'))
    afterEach(async function (this: Mocha.Context) {
      if (this.currentTest?.state === 'failed') await failed()
    })
    afterEach(async () => {
      await this.close()
      await rm(this.folder, { recursive: true, force: true })
    })
  }

  get file(): string {
    return path.join(this.folder, 'test.gradnb')
  }

  /** A window on a notebook of these cells. */
  async open(
    cells: Cell[],
    settings: Settings = {},
    size: WindowSize = SIZE,
    version: HostName = 'newest'
  ): Promise<Page> {
    await writeFile(this.file, formatNotebook({ metadata: {}, cells, extra: {} }))
    return this.reopen(settings, size, version)
  }

  /** A window on the folder alone. */
  async openEmpty(settings: Settings = {}): Promise<Page> {
    await this.close()
    this.workbench = await openWorkbench({ folder: this.folder, theme: 'dark', size: SIZE, settings })
    return this.workbench.page
  }

  /** A new window on the file as it is. */
  async reopen(settings: Settings = {}, size: WindowSize = SIZE, version: HostName = 'newest'): Promise<Page> {
    await this.close()
    const { folder } = this
    this.workbench = await openWorkbench({ folder, file: 'test.gradnb', theme: 'dark', size, settings, version })
    await notebookReady(this.workbench.page)
    return this.workbench.page
  }

  async close(): Promise<void> {
    await this.workbench?.dispose()
    this.workbench = undefined
  }
}

/** The parts of a figure: the first, or the one whose headline begins with `title`. */
export function figure(page: Page, title = '') {
  const output = notebookOutputs(page)
  const run = output.locator('.gradnb-run', { hasText: title }).first()
  const part = (name: string): Locator => run.locator(`.gradnb-${name}`).first()
  return {
    output,
    run,
    chart: part('chart'),
    canvas: run.locator('.gradnb-chart canvas').first(),
    quantity: part('quantity'),
    beside: part('beside'),
    tooltip: part('tooltip'),
    live: part('live'),
    readout: part('readout'),
    finding: part('finding'),
    status: part('status'),
    table: part('data')
  }
}

/** The chart's pixels, as a text that can be compared. */
export const pixels = (canvas: Locator): Promise<string> =>
  canvas.evaluate(node => (node as HTMLCanvasElement).toDataURL())

export async function until(condition: () => Promise<boolean>): Promise<void> {
  // As long as Playwright waits: a machine that does other work, too, may need it.
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('waited in vain')
}

/** Resolves once `check` does, or rejects as it did last: what follows an event is drawn a moment later. */
export async function once(check: () => Promise<void>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; ; await new Promise(resolve => setTimeout(resolve, 100)))
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
    }
}

/**
 * Opens what a button at a figure's end opens. Without the mouse, for which the button is brought into view: when VS Code lays the notebook out
 * just then, it scrolls back, and the click meets what has come to lie there.
 */
export async function expand(button: Locator): Promise<void> {
  await button.dispatchEvent('click')
  await until(async () => (await button.getAttribute('aria-expanded')) === 'true')
}
