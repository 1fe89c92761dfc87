import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { formatNotebook } from '../../../src/notebook'
import type { RunRecord } from '../../../src/record'
import { NothingToShare } from '../../../src/sharing'
import { heatNumbers } from '../../../renderers/run/numbers/heatNumbers'
import { palette } from '../../../renderers/run/paint/palette'
import { itWith } from '../../workbench/programs'
import { recordOf, tenTo, vanishing } from '../renderer/records'
import { experiment, exported, recordOutput } from './notebooks'
import { colorsOf, imagesIn, textsOf, withPdf } from './poppler'
import { COMPARE, SWEEP } from './sampleCells'

const pdf = async (...cells: Parameters<typeof exported>[0][number][]): Promise<Uint8Array> =>
  (await exported(cells, { format: 'pdf', file: 'my net.pdf' }))[0]!.bytes

const HOSTILE = 'a) Tj (\\input{/etc/passwd} %_$# <b> \u202e数据 сеть čeština φ ∂ ⁻⁸ 😀'

const one = (record: RunRecord) => experiment('epochs: 9', 'a', recordOutput(record))

/** A made-up run with all that has no place on the scale. */
const broken = recordOf({
  ...{ hidden: [8, 8, 8], activation: 'relu', epochs: 6 },
  quantities: {
    delta_rms: (epoch, layer) =>
      layer === 0 && epoch > 3
        ? { mantissa: NaN, exponent: 0 }
        : layer === 1
          ? { mantissa: 0, exponent: 0 }
          : tenTo(layer - 4)
  }
})

describe('a notebook as PDF', function () {
  this.timeout(180_000)

  itWith('pdftotext', 'has a page for each figure, with its words as text and its source below it', async () => {
    const cells = [one({ ...vanishing(4, 9), name: 'deep net' }), SWEEP, COMPARE]
    const digest = createHash('sha256')
      .update(formatNotebook({ metadata: {}, cells, extra: {} }))
      .digest('hex')
    const pages = await withPdf(await pdf(...cells), textsOf)
    assert.equal(pages.length, 3)
    const [run, sweep, comparison] = pages.map(page => page.replace(/\s+/g, ' '))
    for (const part of [
      ...[
        'delta by layer and epoch',
        'hidden 1',
        'output',
        'epoch',
        'init',
        '10⁻³',
        '← vanishing',
        'exploding →',
        'loss'
      ],
      ...[
        'deep net — ',
        'Vanishing: hidden 1 gets',
        `Cell 1 (deep net) of the notebook with SHA-256 ${digest.slice(0, 16)}…`
      ]
    ])
      assert.ok(run!.includes(part), `${part} is not in ${run}`)
    assert.match(sweep!, /Cell 2 \(rates\)/)
    assert.match(comparison!, /left right .*right ÷ left.*Cell 3 \(both\)/)
  })

  itWith('pdftotext', 'draws with vectors alone, in the colours of the figure', async () => {
    const record = vanishing(4, 9)
    await withPdf(await pdf(one(record), SWEEP, COMPARE), async file => {
      assert.equal(await imagesIn(file), 0)
      const found = await colorsOf(file, 1)
      const { field } = heatNumbers(record, 'delta_rms', { absolute: false, reach: null })
      for (const layer of [0, 1, 2, 3]) {
        const color = palette('light').colors[field.cells[layer]!]!.join()
        assert.ok((found.get(color) ?? 0) > 500, `${color} of layer ${layer} has ${found.get(color) ?? 0} pixels`)
      }
    })
  })

  itWith('pdftotext', 'marks what is not finite and what is zero', async () => {
    const { nonfinite, zero } = palette('light')
    await withPdf(await pdf(one(broken)), async file => {
      const found = await colorsOf(file, 1)
      for (const color of [nonfinite.join(), zero.join()]) assert.ok((found.get(color) ?? 0) > 500, color)
      assert.match((await textsOf(file))[0]!, /× not finite\s+○ exactly zero/)
    })
  })

  itWith('pdftotext', 'takes any name as text, and says what its boxes are', async () => {
    const record = recordOf({ name: HOSTILE, hidden: [3], activation: 'tanh', epochs: 2 })
    const [page] = await withPdf(await pdf(one(record)), textsOf)
    const text = page!.replace(/\s+/g, ' ')
    for (const part of [
      'a) Tj (\\input{/etc/passwd} %_$# <b>',
      '数据',
      'сеть',
      'čeština',
      'φ ∂ ⁻⁸',
      '😀',
      'A box stands for'
    ])
      assert.ok(text.includes(part), `${part} is not in ${text}`)
    const [plain] = await withPdf(await pdf(one(vanishing(2, 3))), textsOf)
    assert.ok(!plain!.includes('A box stands for'))
  })

  itWith('pdftotext', 'has all of a long word of its caption on the page', async () => {
    const record = recordOf({ name: 'verylong'.repeat(30), hidden: [3], activation: 'tanh', epochs: 2 })
    const [page] = await withPdf(await pdf(one(record)), textsOf)
    for (const line of page!.split('\n')) assert.ok(line.trim().length < 170, line)
    assert.ok(page!.replace(/\s/g, '').includes(record.name!))
  })

  itWith('pdftotext', 'draws a heatmap of very many cells as an image', async () => {
    const wide = recordOf({
      ...{ hidden: Array.from({ length: 60 }, () => 4), activation: 'tanh', epochs: 400 },
      quantities: { delta_rms: (epoch, layer) => tenTo((layer - 60) / 20 - epoch / 400) }
    })
    assert.equal(await withPdf(await pdf(one(wide)), imagesIn), 1)
  })

  it('gives the same bytes every time, and holds no date', async () => {
    const [first, second] = [await pdf(one(vanishing(4, 9)), SWEEP), await pdf(one(vanishing(4, 9)), SWEEP)]
    assert.ok(Buffer.from(first).equals(second))
    assert.ok(!Buffer.from(first).includes('Date'))
  })

  it('says that a notebook without runs has no figures', async () => {
    await assert.rejects(pdf(experiment('epochs: 1', 'a')), NothingToShare)
  })
})
