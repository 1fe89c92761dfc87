import type { Page } from 'playwright-core'
import { encodePiece, encodeRecord, encodeSweep, SWEEP_MIME } from '../../src/record'
import { gridSweep, randomSweep } from '../unit/renderer/sweeps'
import { abyss, upTo, vanishing } from '../unit/renderer/records'
import { openRendererPage } from '../renderer/rendererPage'
import { createLifetime } from '../workbench/lifetime'
import { median } from './timing'

const PAINTS = 7
const LIVE_SECONDS = 3

declare global {
  var figures: {
    /** milliseconds from a record to its picture on the screen */
    paint(record: unknown, mime?: string): Promise<number>
    /** pictures a second of a run whose pieces come as fast as they are asked for */
    live(first: unknown, pieces: readonly unknown[], seconds: number): Promise<number>
  }
}

/** Prints what it takes to draw records, and how often the picture of a running net changes. */
export async function benchFigures(): Promise<void> {
  const lifetime = createLifetime()
  try {
    const page = await openRendererPage(lifetime, { width: 1200, height: 900 })
    await page.evaluate(install)
    console.log('\nfigure in headless Chromium, drawn without a GPU')
    for (const [layers, epochs] of [[20, 100], [50, 500], [100, 1000]] as const) // prettier-ignore
      console.log(`first paint ${`${layers} × ${epochs}`.padEnd(12)}${(await firstPaint(page, encodeRecord(abyss(layers, epochs)))).toFixed(0).padStart(8)} ms`) // prettier-ignore
    for (const [name, sweep] of [['grid of 1,000', gridSweep()], ['random 1,000', randomSweep(1000)]] as const)
      console.log(`first paint ${name.padEnd(14)}${(await firstPaint(page, encodeSweep(sweep), SWEEP_MIME)).toFixed(0).padStart(8)} ms`) // prettier-ignore
    console.log(`live update 20 × 200   ${(await liveUpdates(page)).toFixed(1).padStart(8)} pictures a second`)
  } finally {
    await lifetime.end()
  }
}

/** The median of several figures, each made anew. */
async function firstPaint(page: Page, json: unknown, mime?: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < PAINTS; i++)
    times.push(await page.evaluate(([json, mime]) => figures.paint(json, mime), [json, mime] as const))
  return median(times)
}

async function liveUpdates(page: Page): Promise<number> {
  const record = vanishing(20, 200)
  const pieces: readonly unknown[] = Array.from({ length: 200 }, (_, i) => encodePiece(upTo(record, i + 2), i + 1, 0))
  const first: unknown = encodeRecord(upTo(record, 1))
  return page.evaluate(([first, pieces, seconds]) => figures.live(first, pieces, seconds), [
    first,
    pieces,
    LIVE_SECONDS
  ] as const)
}

/** Runs in the page: offers `figures`. */
function install(): void {
  const { activated, element, receive } = rendererPage
  const place = () => {
    activated.disposeOutputItem()
    return element()
  }
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  globalThis.figures = {
    async paint(record, mime) {
      const element = place()
      const start = performance.now()
      await activated.renderOutputItem({ id: '1', mime, metadata: {}, json: () => record }, element)
      await frame()
      await frame()
      return performance.now() - start
    },
    async live(first, pieces, seconds) {
      const element = place()
      await activated.renderOutputItem({ id: '1', metadata: { stream: 's' }, json: () => first }, element)
      let pictures = 0
      const observer = new MutationObserver(() => pictures++)
      observer.observe(element.querySelector('.gradnb-headline')!, { childList: true })
      const start = performance.now()
      let sent = 0
      await new Promise<void>(resolve => {
        const send = () => {
          if (sent === pieces.length || performance.now() - start > 1000 * seconds) resolve()
          else receive({ type: 'piece', stream: 's', piece: pieces[sent++] })
        }
        rendererPage.onPost = message => message.type === 'drawn' && setTimeout(send, 40)
        send()
      })
      await frame()
      return (1000 * pictures) / (performance.now() - start)
    }
  }
}
