import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { formatNotebook } from '../../src/notebook'
import { say } from './cache'
import { drawn, notebookReady, runAllCells, showOutput } from './notebook'
import { openWorkbench } from './page'
import { runCommand } from './palette'
import { BAD_CELLS, figureOf, itemsUnder, pressRepair, textOfCell, type BadSample } from './repairing'
import { parseTheme } from './theme'

/** Where the pictures of the documentation lie: in the light theme, so wide. */
const FOLDER = 'media/pictures/repairs'
const WIDTH = 900

/** Each bad cell of the samples about vanishing and exploding with its figure, before and after one click on Repair. In another theme or width: for looking at, in artifacts. */
export async function takeRepairPictures(theme?: string, width?: string): Promise<void> {
  const isShipped = theme === undefined && width === undefined
  const look = { theme: theme ?? 'light', width: Number(width ?? WIDTH) }
  const folder = isShipped ? FOLDER : path.join('artifacts', 'repairs', `${look.theme}-${look.width}`)
  await mkdir(folder, { recursive: true })
  for (const [sample, names] of Object.entries(BAD_CELLS))
    for (const name of names) await takePair(sample as BadSample, name, look, folder)
}

async function takePair(
  sample: BadSample,
  name: string,
  { theme, width }: { readonly theme: string; readonly width: number },
  into: string
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-repair-'))
  const cell = {
    id: 'first',
    kind: 'experiment' as const,
    source: await textOfCell(sample, name),
    outputs: [],
    extra: {}
  }
  await writeFile(path.join(folder, 'n.gradnb'), formatNotebook({ metadata: {}, cells: [cell], extra: {} }))
  // A narrow notebook's toolbar has no button to run all cells.
  const size = { width: Math.max(width, WIDTH), height: width < WIDTH ? 2400 : 1500 }
  const { page, dispose } = await openWorkbench({ folder, file: 'n.gradnb', theme: parseTheme(theme), size })
  try {
    await notebookReady(page)
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility')
    await runAllCells(page)
    await page.setViewportSize({ width, height: size.height })
    await take(page, name, path.join(into, `${name}-before.png`))
    await pressRepair(page, name)
    await itemsUnder(page).filter({ hasText: 'This repaired it' }).first().waitFor({ timeout: 120_000 })
    await take(page, `${name}-repaired`, path.join(into, `${name}-after.png`))
  } finally {
    await dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A cell and its figure, without the workbench around them. */
async function take(page: Page, name: string, file: string): Promise<void> {
  const figure = figureOf(page, name)
  await showOutput(page, figure)
  await drawn(page)
  const list = await boxOf(page.locator('.notebookOverlay .cell-list-container').first())
  const above = list.y + 12 - (await boxAbove(page, figure)).y
  if (above > 0) await page.mouse.wheel(0, -above)
  await drawn(page)
  const [editor, end] = [await boxAbove(page, figure), await boxOf(figure)]
  const top = editor.y - 12
  await page.screenshot({
    path: file,
    clip: { x: list.x, y: top, width: list.width - 14, height: end.y + end.height + 12 - top }
  })
  say(file)
}

/** The editor of the cell that the figure belongs to: the last that begins above it. */
async function boxAbove(page: Page, figure: Locator): Promise<Box> {
  const { y } = await boxOf(figure)
  const editors = await page.locator('.notebookOverlay .code-cell-row .cell-editor-container').all()
  const boxes = (await Promise.all(editors.map(each => each.boundingBox()))).filter(box => box !== null && box.y < y)
  const last = boxes.sort((a, b) => a!.y - b!.y).at(-1)
  if (!last) throw new Error('the cell is not in view')
  return last
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('the notebook is not in view')
  return box
}
