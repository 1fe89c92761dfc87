import type { Page } from 'playwright-core'
import { notebookOutputs, runAllCells } from '../workbench/notebook'
import { runCommand } from '../workbench/palette'
import { withNotebook } from './benchNotebook'

/** 20 layers × 200 epochs, some seconds of training; the default's 1000 samples would leave a third of a second. */
const SOURCE = 'hidden_layers: {depth: 19, units: 32}\ndataset: {name: spiral, samples: 10000}\nepochs: 200'
const ROUNDS = 6

interface Run {
  /** of training, as the cell's status bar gives it */
  readonly seconds: number
  /** how often the figure changed */
  readonly pictures: number
}

/**
 * Prints how often the figure of a run changes in VS Code, and what that costs training: the same cell is run with its output
 * shown and collapsed, in turn.
 */
export const benchLiveFigure = (): Promise<void> =>
  withNotebook([SOURCE], async page => {
    await run(page) // starts the worker, and all code gets warm
    const [shown, collapsed]: [Run[], Run[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      await runCommand(page, 'Notebook: Collapse All Cell Outputs')
      collapsed.push(await run(page))
      await runCommand(page, 'Notebook: Expand All Cell Outputs')
      shown.push(await run(page))
    }
    report(shown, collapsed)
  })

async function run(page: Page): Promise<Run> {
  await page.waitForTimeout(1000)
  const pictures = await countPictures(page)
  await runAllCells(page)
  await page.waitForTimeout(300)
  const time = page.locator('.cell-status-item', { hasText: /^\s*[\d.]+s\s*$/ }).first()
  return { seconds: Number.parseFloat(await time.innerText()), pictures: await pictures() }
}

/** Counts from now on how often a figure writes its headline, as it does with every picture; the result tells how often. */
async function countPictures(page: Page): Promise<() => Promise<number>> {
  const counter = await notebookOutputs(page)
    .locator('body')
    .evaluateHandle(body => {
      const count = { pictures: 0, stop: () => observer.disconnect() }
      const drawn = ({ target }: MutationRecord) => (target as Element).classList.contains('gradnb-headline')
      const observer = new MutationObserver(changes => (count.pictures += changes.filter(drawn).length))
      observer.observe(body, { childList: true, subtree: true })
      return count
    })
  return () => counter.evaluate(count => (count.stop(), count.pictures))
}

function report(shown: readonly Run[], collapsed: readonly Run[]): void {
  const mean = (runs: readonly Run[], value: (run: Run) => number) =>
    runs.reduce((sum, run) => sum + value(run), 0) / runs.length
  const [seconds, without] = [shown, collapsed].map(runs => mean(runs, run => run.seconds)) as [number, number]
  const rate = mean(shown, run => run.pictures / run.seconds)
  console.log(
    `live figure 20 × 200 in VS Code ${rate.toFixed(1)} pictures a second (${mean(collapsed, run => run.pictures)} in a run while collapsed)`
  )
  console.log(
    `training takes ${seconds.toFixed(2)} s with it, ${without.toFixed(2)} s without: ${(100 * (seconds / without - 1)).toFixed(1)} % more`
  )
  console.log(`  ${shown.map(run => run.seconds).join(' ')} s against ${collapsed.map(run => run.seconds).join(' ')} s`)
}
