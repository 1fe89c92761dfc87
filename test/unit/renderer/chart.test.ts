import assert from 'node:assert/strict'
import type { TopLevelSpec } from 'vega-lite'
import { chart, frame as frameOf } from '../../../renderers/run/chart/chart'
import { detailPlace } from '../../../renderers/run/chart/detailPlace'
import { namedRows } from '../../../renderers/run/chart/heatPanel'
import { layoutOf } from '../../../renderers/run/chart/layout'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { DEFAULT_LOOK, type Look } from '../../../renderers/run/numbers/look'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import { heatTitle } from '../../../renderers/run/words/heatTitle'
import { PLAIN } from '../record/sampleDecisions'
import { draw } from './drawing'
import { scaled } from '../../../src/record'
import { some } from '../some'
import { abyss, exploding, healthy, oneHidden, recordOf, regression, vanishing, zeros } from './records'

const spec = (record = vanishing(), width = 800, look: Partial<Look> = {}) =>
  chart(record, THEMES.light, width, { look })

interface Loose {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly layer: readonly { readonly encoding: { readonly x: { readonly scale?: { readonly domain: number[] } } } }[]
}
type Row = Loose & { readonly hconcat?: readonly (Loose & { readonly vconcat?: readonly Row[] })[] }
type Rows = { readonly vconcat: readonly Row[] }
/** The chart's own rows first, then those of a detail beside it. */
const rowsIn = ({ vconcat }: Rows): (readonly Loose[])[] =>
  vconcat.flatMap(row =>
    row.hconcat?.[0]?.vconcat ? row.hconcat.flatMap(part => rowsIn(part as Rows)) : [row.hconcat ?? [row]]
  )
const rows = (made: TopLevelSpec) => rowsIn(made as unknown as Rows)
const panels = (made: TopLevelSpec) => rows(made).flat()
const names = (made: TopLevelSpec) => rows(made).map(row => row.map(panel => panel.name).join(' | '))
const frame = (made: TopLevelSpec) => JSON.stringify({ ...made, datasets: null, params: null, description: null })
/** The figure without its data, as a view takes it. */
const figure = (record = vanishing(), look: Partial<Look> = {}) =>
  frameOf(sceneOf(record, THEMES.light, 800, { ...DEFAULT_LOOK, ...look }))
const params = (made: TopLevelSpec) =>
  Object.fromEntries((made.params as { name: string; value: unknown }[]).map(({ name, value }) => [name, value]))

const isOfDetail = ({ name }: Loose): boolean => /^(detail|activation)/.test(name)

/** The drawn picture's markup; a warning of Vega-Lite fails the test. */
async function svg(made: TopLevelSpec): Promise<string> {
  const { svg, problems } = await draw(made)
  assert.deepEqual(problems, [])
  return svg
}

describe('chart(record, theme, width)', () => {
  it('puts the profile beside the heatmap, accuracy beside loss, and the detail below', () =>
    assert.deepEqual(names(spec()), [
      'loss | accuracy',
      'size',
      'heat | profile',
      'legend',
      'detail_words',
      'activation_value | activation_slope'
    ]))

  it('puts everything below each other in a narrow window', () =>
    assert.deepEqual(names(spec(vanishing(), 400)), [
      ...['loss', 'accuracy', 'size', 'heat', 'legend', 'profile', 'detail_words', 'activation_both']
    ]))

  it('puts a second heatmap beside the first where there is room, else below it', () => {
    const look = { beside: 'weight_gradient_rms' } as const
    assert.deepEqual(names(spec(vanishing(), 1200, look)).slice(0, 3), [
      'loss | size | accuracy',
      'heat | heat_beside | profile',
      'legend | legend_beside'
    ])
    assert.deepEqual(names(spec(vanishing(), 800, look)).slice(1, -2), [
      ...['size', 'heat | profile', 'legend', 'heat_beside | profile_beside', 'legend_beside']
    ])
  })

  it('leaves out the accuracy of a regression', () =>
    assert.deepEqual(names(spec(regression())).slice(0, -2), ['loss | size', 'heat | profile', 'legend']))

  it('gives the curves the heatmap’s width and the planned epochs', () => {
    const made = spec(vanishing(20, 50, 13))
    const widths = panels(made).filter(panel => ['loss', 'size', 'heat'].includes(panel.name))
    assert.equal(new Set(widths.map(panel => panel.width)).size, 1)
    assert.deepEqual(params(made)['columnSpan'], [-0.5, 50.5])
  })

  it('fits into its width', () => {
    for (const width of [400, 640, 800, 980, 1200, 1600])
      for (const beside of [null, 'update_ratio'] as const) {
        const place = detailPlace(width, beside ? 2 : 1)
        const { gutter } = layoutOf(vanishing(), THEMES.light, place.chartWidth)
        for (const row of some(rows(spec(vanishing(), width, { beside })))) {
          const apart = place.beside && isOfDetail(row[0]!)
          const [left, room] = apart ? [48, place.detailWidth] : [gutter, place.chartWidth]
          const used = left + row.reduce((sum, panel) => sum + panel.width, (row.length - 1) * 40)
          assert.ok(used <= room, `${used} px in ${room} of ${width} for ${row[0]!.name}`)
        }
      }
  })

  it('zooms without another frame', () => {
    const zoomed = spec(vanishing(), 800, { window: { from: 10, to: 20 } })
    assert.equal(frame(figure(vanishing(), { window: { from: 10, to: 20 } })), frame(figure()))
    assert.deepEqual(params(zoomed)['columnSpan'], [9.5, 19.5])
    assert.deepEqual(params(zoomed)['columnTicks'], [10, 12, 14, 16, 18])
  })

  it('changes nothing but data while epochs arrive, so that a view can be kept', () => {
    const reaches = new Map([['delta_rms', { low: 15, high: 3 }]])
    const frames = [1, 2, 17, 31].map(columns => frame(figure(vanishing(20, 30, columns), { reaches })))
    assert.equal(new Set(frames).size, 1)
  })

  it('keeps its size from before the first column to the last', () => {
    const sizes = [0, 1, 20, 51].map(columns =>
      panels(figure(healthy(50, columns))).map(({ width, height }) => [width, height])
    )
    for (const size of sizes) assert.deepEqual(size, sizes[0])
  })

  it('is the same for equal input, and carries its picture as a PNG', async () => {
    const [a, b] = [0, 1].map(() => chart(zeros(), THEMES.dark, 500))
    assert.deepEqual(a, b)
    const { picture } = a!.datasets as unknown as { picture: { url: string }[] }
    assert.match(picture[0]!.url, /^data:image\/png;base64,iVBORw0KGgo/)
  })

  for (const kind of Object.keys(THEMES) as ThemeKind[])
    it(`compiles without a warning and draws in ${kind}`, async () => {
      assert.match(await svg(chart(exploding(), THEMES[kind], 800)), /exploding →/)
    })

  for (const [name, record] of Object.entries({ zeros, regression, oneHidden, unstarted: () => healthy(50, 0) }))
    it(`draws ${name}, narrow and wide, with every pair of quantities`, async () => {
      assert.match(await svg(spec(record(), 300)), /exploding →/)
      assert.match(await svg(spec(record(), 1600, { beside: 'activation_mean' })), /positive →/)
      assert.match(await svg(spec(record(), 800, { quantity: 'dead_fraction', beside: 'update_ratio' })), /100 %/)
    })

  it('draws the lines that name the run and its finding into a picture that stands alone', async () => {
    const drawn = await svg(chart(vanishing(), THEMES.light, 800, { titled: true }))
    assert.match(drawn, /spiral, 2 → /)
    assert.match(drawn, /Delta falls by \d/)
    const { data } = vanishing()
    const record = { ...vanishing(), data: { ...data, decisions: PLAIN } }
    const ofFile = await svg(chart(record, THEMES.light, 800, { titled: true }))
    assert.match(ofFile, /classification of kind \(3 different texts\) from a and b/)
  })

  it('names every layer with its shape, and the init column', async () => {
    const drawn = await svg(spec())
    for (const text of [
      'hidden 1  2→32',
      'hidden 20  32→32',
      'output  32→2',
      '>init<',
      '>epoch<',
      'vanishing',
      '10⁻¹⁰'
    ])
      assert.ok(drawn.includes(text), text)
    assert.ok(drawn.includes(heatTitle('delta_rms').slice(0, 30)))
  })

  it('thins the names of very many layers, but keeps the first and the output', () => {
    const { rows, rowStep } = layoutOf(abyss(100, 10), THEMES.light, 800)
    const named = namedRows(rows, rowStep)
    assert.ok(named.length > 15 && named.length < 50)
    assert.deepEqual([named[0], named.at(-1)], ['hidden 1  2→16', 'output  16→2'])
  })

  it('labels axes with plain numbers up to four digits, and powers of ten beyond', async () => {
    const losses = (high: number) =>
      recordOf({
        hidden: [3],
        activation: 'tanh',
        epochs: 9,
        curves: { loss: epoch => scaled(epoch === 0 ? high : 1) }
      })
    const labels = async (high: number) =>
      [...(await svg(spec(losses(high)))).matchAll(/>([\d.e+-]+)</g)].map(([, text]) => text)
    assert.ok((await labels(25)).includes('20'))
    const large = await labels(3e8)
    assert.ok(large.includes('1e8') || large.includes('1e6'), large.join(' '))
    for (const text of [...(await labels(25)), ...large]) assert.ok(!/e\+|\d{6}/.test(text!), text)
  })

  it('draws a loss axis by its span: flat losses linear, falling ones logarithmic', async () => {
    assert.ok(!(await svg(spec())).includes('loss (log scale)'))
    assert.ok((await svg(spec(healthy()))).includes('loss (log scale)'))
  })

  it('explains × and ○ where the heatmap has them, and only there', async () => {
    assert.ok(!/not finite|exactly zero/.test(await svg(spec(healthy()))))
    assert.match(await svg(spec(exploding())), /× not finite/)
    assert.match(await svg(spec(zeros())), /○ exactly zero/)
  })

  it('marks losses that are not finite', () => {
    const { broken, nonfinite } = spec(exploding()).datasets as unknown as Record<string, object[]>
    assert.deepEqual(broken, [
      { place: 7, field: 'loss' },
      { place: 7, field: 'accuracy' }
    ])
    assert.deepEqual(nonfinite, [{ place: 7, width: 1, row: 'hidden 5  64→64' }])
  })
})
