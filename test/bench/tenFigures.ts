import type { Page } from 'playwright-core'
import { cellsRunning, startAllCells } from '../workbench/notebook'
import { withNotebook } from './benchNotebook'
import { median } from './timing'

const CELLS = 10
const SCROLLS = 30

/** Prints how long a notebook of ten cells takes to follow the wheel while it runs them all. */
export const benchTenFigures = (): Promise<void> =>
  withNotebook(
    Array.from({ length: CELLS }, (_, i) => `hidden_layers: {depth: 19, units: 32}\nseed: ${i}\nepochs: 600`),
    async page => {
      await startAllCells(page)
      const { x, y } = (await page.locator('.notebookOverlay .cell-list-container').first().boundingBox())!
      await page.mouse.move(x + 5, y + 200)
      const times: number[] = []
      for (let i = 0; i < SCROLLS; i++) {
        await page.waitForTimeout(400)
        times.push(await scroll(page, i % 20 < 10 ? 500 : -500))
      }
      const running = await cellsRunning(page)
      console.log(
        `ten figures: two frames after the wheel ${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms` +
          (running ? '' : ' (all cells had ended before the last of them)')
      )
    }
  )

/** Milliseconds until the page has drawn twice after the wheel was turned, the way to the browser and back included. */
async function scroll(page: Page, distance: number): Promise<number> {
  const start = performance.now()
  await page.mouse.wheel(0, distance)
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  return performance.now() - start
}
