import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseNotebook } from '../../src/notebook'
import { saveNotebook } from '../workbench/notebook'
import { screenshot } from '../workbench/page'
import { exploding, healthy, vanishing } from '../unit/renderer/records'
import { Bench, PICTURES, cell, expand, figure, once, pixels, stored, until } from './support'

/** What a person does with a figure, in a real VS Code. */
describe('the figure', function () {
  this.timeout(180_000)
  const bench = new Bench()

  it('shows another quantity and a second one, keeps the choice in the file, and takes it back', async () => {
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(vanishing(6, 20)))])
    const { canvas, chart, quantity, beside, output } = figure(page)
    await canvas.waitFor()
    const before = await pixels(canvas)
    await quantity.selectOption('update_ratio')
    await until(async () => /update ratio falls by/.test((await chart.getAttribute('aria-label'))!))
    await until(async () => (await pixels(canvas)) !== before)
    await beside.selectOption('delta_rms')
    await output.getByRole('tab', { name: 'Histograms' }).click()
    await page.locator('.tab.active.dirty').waitFor()
    await screenshot(page, path.join(PICTURES, 'twin.png'))
    await saveNotebook(page)
    const [saved] = parseNotebook(await readFile(bench.file)).cells
    assert.deepEqual(saved!.extra, {
      figure: { quantity: 'update_ratio', beside: 'delta_rms', detail: 'histograms' }
    })
    const again = await bench.reopen()
    await figure(again).canvas.waitFor()
    await until(async () => (await figure(again).quantity.inputValue()) === 'update_ratio')
    await until(async () => (await figure(again).beside.inputValue()) === 'delta_rms')
    await figure(again).output.locator('.gradnb-tab[aria-selected="true"]', { hasText: 'Histograms' }).waitFor()
    await figure(again).beside.selectOption('')
    await again.locator('.tab.active.dirty').waitFor()
    await again.locator('.notebookOverlay .cell-editor-part').first().click()
    await again.keyboard.press('Escape')
    await again.keyboard.press('ControlOrMeta+Z')
    await until(async () => (await figure(again).beside.inputValue()) === 'delta_rms')
  })

  it('links heatmap, curves and profile by one cursor, and pins an epoch', async () => {
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(healthy()))])
    const { canvas, chart, tooltip, readout, output } = figure(page)
    await canvas.waitFor()
    await expand(output.locator('.gradnb-more'))
    const box = (await chart.boundingBox())!
    const resting = await pixels(canvas)
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6)
    await until(async () => /hidden \d, epoch \d+/.test(await tooltip.innerText()))
    const epoch = /epoch (\d+)/.exec(await tooltip.innerText())![1]!
    const count = (mark: string) => output.locator(`.gradnb-mark-${mark}`).count()
    await once(async () => {
      assert.match(
        await readout.innerText(),
        new RegExp(`hidden \\d \\(.*\\), epoch ${epoch}\\b.*update ratio.*test accuracy`, 's')
      )
      assert.equal(await count('line'), 4, 'a line in loss, accuracy, size and heatmap')
      assert.equal(await count('row'), 1, 'a row in the profile')
    })
    await until(async () => (await pixels(canvas)) !== resting)
    await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.6)
    await once(async () => assert.equal(await count('pin'), 4))
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6)
    await screenshot(page, path.join(PICTURES, 'pinned.png'))
    await page.mouse.move(2, 2)
    await until(async () => (await readout.innerText()).includes(`epoch ${epoch}\n`))
  })

  it('is used by keyboard alone, and says what stands under the cursor', async () => {
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(exploding(false)))])
    const { canvas, chart, live, readout, output } = figure(page)
    await canvas.waitFor()
    await chart.focus()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowDown')
    await until(async () => /^hidden 2, epoch 2: delta [\d.e]+$/.test((await live.textContent())!))
    await once(async () => assert.match(await readout.innerText(), /hidden 2 \(64 → 64, relu\), epoch 2/))
    await press('Enter', 'End')
    await until(async () => /hidden 2, epoch 20: delta NaN/.test((await live.textContent())!))
    await until(async () => (await output.locator('.gradnb-mark-pin').count()) > 0)
    await screenshot(page, path.join(PICTURES, 'keyboard.png'))
    await press('Escape')
    await until(async () => (await output.locator('.gradnb-mark-pin').count()) === 0)
    const whole = await pixels(canvas)
    await press('+', '+')
    await until(async () => (await pixels(canvas)) !== whole)
    await press('0', 'Home', 'End')
    await until(async () => (await pixels(canvas)) === whole)
    assert.equal(await chart.evaluate(node => node === document.activeElement), true, 'the editor took a key')
    assert.notEqual(await chart.evaluate(node => getComputedStyle(node).outlineStyle), 'none')
  })

  it('saves every number as CSV where the person says, and shows them as a table', async () => {
    const page = await bench.open([cell('aaaa', 'epochs: 1', stored(vanishing(3, 5)))])
    const { canvas, output, table } = figure(page)
    await canvas.waitFor()
    const data = output.getByRole('button', { name: 'Data' })
    await data.press('Enter')
    assert.equal(await data.evaluate(node => node === document.activeElement), true, 'the editor took a key')
    await once(async () => assert.match(await table.innerText(), /delta.*epoch\s+hidden 1.*init/s))
    await once(async () => assert.equal(await table.locator('tbody tr').count(), 6))
    await screenshot(page, path.join(PICTURES, 'table.png'))
    for (const [button, name] of [
      [/CSV/, 'deep-sigmoid.csv'],
      [/PNG/, 'deep-sigmoid.png'],
      [/SVG/, 'deep-sigmoid.svg']
    ] as const) {
      await output.getByRole('button', { name: button }).click()
      const input = page.locator('.quick-input-widget .quick-input-box input').first()
      await input.waitFor()
      await until(async () => (await input.inputValue()).endsWith(name))
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).first().click()
      await until(() =>
        readFile(path.join(bench.folder, name)).then(
          bytes => bytes.length > 0,
          () => false
        )
      )
    }
    const text = await readFile(path.join(bench.folder, 'deep-sigmoid.csv'), 'utf8')
    assert.equal(text.trimEnd().split('\r\n').length, 1 + 6 * 4)
    const png = await readFile(path.join(bench.folder, 'deep-sigmoid.png'))
    assert.equal(png.subarray(1, 4).toString(), 'PNG')
    assert.ok(png.readUInt32BE(16) > 1200, 'twice the size on the screen')
    assert.match(
      await readFile(path.join(bench.folder, 'deep-sigmoid.svg'), 'utf8'),
      /^<svg .*deep-sigmoid — spiral.*data:image\/png/s
    )
    await output.getByRole('button', { name: 'Open all numbers' }).click()
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor()
    await page.locator('.editor-group-container.active .view-lines', { hasText: /epoch,step,layer/ }).waitFor()
  })
})
