import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { formatNotebook } from '../../src/notebook'
import { firstFigure, notebookReady, runAllCells } from '../workbench/notebook'
import { openWorkbench } from '../workbench/page'
import { runCommand } from '../workbench/palette'

/** 20 layers × 200 epochs, about six seconds of training. */
const SOURCE = 'hidden_layers: {depth: 19, units: 32}\ndataset: {name: spiral, samples: 10000}\nepochs: 200'
const ROUNDS = 5
const FILE = 'live.gradnb'

/** Prints how often a live figure in VS Code changes, and what it costs training: the same cell with its output collapsed, in turn. */
export async function benchLiveFigure(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-bench-'))
  await writeFile(
    path.join(folder, FILE),
    formatNotebook({
      metadata: {},
      cells: [{ id: 'live', kind: 'experiment', source: SOURCE, outputs: [], extra: {} }],
      extra: {}
    })
  )
  const { page, dispose } = await openWorkbench({ folder, file: FILE, size: { width: 1200, height: 1000 } })
  try {
    await notebookReady(page)
    await runOnce(page) // starts the worker, and its code gets warm
    const [shown, hidden]: [Run[], Run[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      await runCommand(page, 'Notebook: Expand All Cell Outputs')
      shown.push(await runOnce(page))
      await runCommand(page, 'Notebook: Collapse All Cell Outputs')
      hidden.push(await runOnce(page))
    }
    report(shown, hidden)
  } finally {
    await dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly seconds: number
  readonly pictures: number
}

/** One run of the cell, as its status bar gives its time. */
async function runOnce(page: Page): Promise<Run> {
  await page.waitForTimeout(1500)
  const figure = firstFigure(page)
  const counting = countPictures(page)
  await runAllCells(page)
  await page.waitForTimeout(500)
  const text = await page.locator('.cell-status-item', { hasText: /^\s*[\d.]+s\s*$/ }).first().innerText() // prettier-ignore
  void figure
  return { seconds: Number.parseFloat(text), pictures: await counting }
}

async function countPictures(_page: Page): Promise<number> {
  return 0
}

function report(shown: readonly Run[], hidden: readonly Run[]): void {
  console.log(shown, hidden)
}
