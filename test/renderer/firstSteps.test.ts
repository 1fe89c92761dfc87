import assert from 'node:assert/strict'
import path from 'node:path'
import { copyOfFolder } from '../workbench/copies'
import { createLifetime } from '../workbench/lifetime'
import { drawn, firstFigure, notebookReady, runAllCells } from '../workbench/notebook'
import { openWorkbench, screenshot } from '../workbench/page'
import { sampleNotebook } from '../workbench/project'
import { PICTURES } from './support'

/** What `npm start` opens, as a person sees it first. */
describe('the first notebook', function () {
  this.timeout(120_000)

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080]
  ] as const)
    it(`shows its first cell and figure without scrolling at ${width} × ${height}`, async () => {
      const lifetime = createLifetime()
      try {
        const folder = await copyOfFolder(lifetime, 'media/samples')
        const { page } = await openWorkbench({ lifetime, folder, file: sampleNotebook, size: { width, height } })
        await notebookReady(page)
        await runAllCells(page)
        await drawn(page)
        await screenshot(page, path.join(PICTURES, 'first-steps', `${width}.png`))
        const figure = firstFigure(page)
        await figure.locator('.gradnb-chart').press('ArrowRight')
        const marks = await figure.locator('.gradnb-mark-line').all()
        const boxes = await Promise.all(marks.map(mark => mark.boundingBox()))
        const heatEnds = Math.max(...boxes.map(box => (box ? box.y + box.height : Infinity)))
        const cell = await page.locator('.notebookOverlay .code-cell-row .cell-editor-container').first().boundingBox()
        const list = await page.locator('.notebookOverlay .cell-list-container').first().boundingBox()
        assert.ok(cell && list && cell.y > list.y, 'the cell is in view')
        assert.ok(boxes.length >= 3 && heatEnds < list.y + list.height, `the heatmap ends at ${heatEnds}`)
      } finally {
        await lifetime.end()
      }
    })
})
