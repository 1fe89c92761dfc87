import assert from 'node:assert/strict'
import type { TopLevelSpec } from 'vega-lite'
import { chart, heatPicture } from '../../../renderers/run/chart'
import { heatTitle, namedRows } from '../../../renderers/run/heatPanel'
import { layoutOf } from '../../../renderers/run/layout'
import { THEMES, type ThemeKind } from '../../../renderers/run/theme'
import { draw } from './drawing'
import { abyss, exploding, healthy, oneHidden, regression, vanishing, zeros } from './records'

const OPTIONS = { pictureUrl: '' }
const spec = (record = vanishing(), width = 800) => chart(record, THEMES.light, width, OPTIONS)

interface Loose {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly layer: readonly { readonly encoding: { readonly x: { readonly scale?: { readonly domain: number[] } } } }[]
}
const panels = (made: TopLevelSpec) => (made as unknown as { vconcat: readonly Loose[] }).vconcat
const names = (made: TopLevelSpec) => panels(made).map(panel => panel.name)
const frame = (made: TopLevelSpec) => JSON.stringify({ ...made, datasets: null, description: null })

/** The drawn picture's markup; a warning of Vega-Lite fails the test. */
async function svg(made: TopLevelSpec): Promise<string> {
  const { svg, problems } = await draw(made)
  assert.deepEqual(problems, [])
  return svg
}

describe('chart(record, theme, width)', () => {
  it('puts loss, accuracy, heatmap and legend below each other', () =>
    assert.deepEqual(names(spec()), ['loss', 'accuracy', 'heat', 'legend']))

  it('leaves out the accuracy of a regression', () =>
    assert.deepEqual(names(spec(regression())), ['loss', 'heat', 'legend']))

  it('gives every plot the same width and the planned epochs', () => {
    const made = panels(spec(vanishing(20, 50, 13)))
    assert.equal(new Set(made.map(panel => panel.width)).size, 1)
    const domains = made.flatMap(panel => panel.layer.flatMap(layer => layer.encoding.x?.scale?.domain ?? []))
    assert.deepEqual([...new Set(domains)], [-0.5, 50.5])
  })

  it('changes nothing but data while epochs arrive, so that a view can be kept', () => {
    const frames = [1, 2, 17, 31].map(columns => frame(spec(vanishing(20, 30, columns))))
    assert.equal(new Set(frames).size, 1)
  })

  it('keeps its size from before the first column to the last', () => {
    const sizes = [0, 1, 20, 51].map(columns =>
      panels(spec(healthy(50, columns))).map(({ width, height }) => [width, height])
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
      assert.match(await svg(chart(exploding(), THEMES[kind], 800, OPTIONS)), /exploding →/)
    }).timeout(20000)

  for (const [name, record] of Object.entries({ zeros, regression, oneHidden, unstarted: () => healthy(50, 0) }))
    it(`draws ${name}, narrow and wide`, async () => {
      for (const width of [300, 1600]) assert.match(await svg(spec(record(), width)), /exploding →/)
    }).timeout(20000)

  it('names every layer with its shape, and the init column', async () => {
    const drawn = await svg(spec())
    for (const text of ['hidden 1  2→32', 'hidden 20  32→32', 'output  32→2', '>init<', '>epoch<', 'vanishing', '10⁻⁸'])
      assert.ok(drawn.includes(text), text)
    assert.ok(drawn.includes(heatTitle('delta_rms')))
  })

  it('thins the names of very many layers, but keeps the first and the output', () => {
    const { rows, rowStep } = layoutOf(abyss(100, 10), THEMES.light, 800)
    const named = namedRows(rows, rowStep)
    assert.ok(named.length > 20 && named.length < 50)
    assert.deepEqual([named[0], named.at(-1)], ['hidden 1  2→16', 'output  16→2'])
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
    const { broken, first } = spec(exploding()).datasets as unknown as Record<string, object[]>
    assert.deepEqual(broken, [{ epoch: 7, field: 'loss' }])
    assert.deepEqual(first, [{ epoch: 7, row: 'hidden 5  64→64' }])
  })
})

describe('heatPicture(record, theme, width, density)', () => {
  it('has the plot’s size in device pixels', () => {
    const [heat] = panels(spec()).filter(panel => panel.name === 'heat')
    const { width, height } = heatPicture(vanishing(), THEMES.light, 800, 2, OPTIONS)
    assert.deepEqual([width, height], [heat!.width * 2, heat!.height * 2])
  })
})
