import assert from 'node:assert/strict'
import { chart, detailFrame } from '../../../renderers/run/chart/chart'
import { choiceOf, lookOf } from '../../../renderers/run/chart/choices'
import { detailOf } from '../../../renderers/run/chart/detail'
import { detailPlace, detailRoom } from '../../../renderers/run/chart/detailPlace'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { DETAILS, detailsOf, type DetailName } from '../../../renderers/run/numbers/details'
import { DEFAULT_LOOK, type Look } from '../../../renderers/run/numbers/look'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import { tableOfDetail } from '../../../renderers/run/words/detailRows'
import type { RunRecord } from '../../../src/record'
import { DEFAULT_CHOICE, parseChoice } from '../../../src/figure'
import { some } from '../some'
import { answering, distribution, estimating, pictured, spreading } from './details'
import { draw } from './drawing'
import { healthy, recordOf, upTo } from './records'

const scene = (record: RunRecord, look: Partial<Look>, width = 800, theme: ThemeKind = 'light') =>
  sceneOf(record, THEMES[theme], width, { ...DEFAULT_LOOK, ...look })
const detail = (record: RunRecord, look: Partial<Look>, width = 800, theme: ThemeKind = 'light') => {
  const made = scene(record, look, width, theme)
  return detailOf(made, detailRoom(detailPlace(width, 1), made.layout))
}
const table = (record: RunRecord, name: DetailName) => {
  const { shown, look } = scene(record, { detail: name })
  return tableOfDetail(shown, look)
}

/** The detail's picture; a warning of Vega-Lite fails the test. */
async function svg(record: RunRecord, look: Partial<Look>, width = 800, theme: ThemeKind = 'light'): Promise<string> {
  const { svg, problems } = await draw(chart(record, THEMES[theme], width, { look }))
  assert.deepEqual(problems, [])
  return svg
}

describe('details', () => {
  it('are offered by what there is: pictures of predictions for classes over two inputs and of images alone', () => {
    assert.deepEqual(detailsOf(pictured()), DETAILS)
    assert.deepEqual(detailsOf(estimating([1])), ['activation', 'histograms', 'answers'])
    const { name } = detail(estimating([1]), { detail: 'predictions' })
    assert.equal(name, 'activation')
  })

  it('are kept as other choices are, and leave nothing where nobody chose', () => {
    assert.deepEqual(choiceOf(DEFAULT_LOOK), DEFAULT_CHOICE)
    const choice = choiceOf({ ...DEFAULT_LOOK, detail: 'histograms' })
    assert.deepEqual(parseChoice(JSON.parse(JSON.stringify(choice))), choice)
    assert.equal(lookOf(choice).detail, 'histograms')
    assert.equal(lookOf({ ...choice, detail: 'of_2031' }).detail, 'activation')
    assert.equal(parseChoice({ ...choice, detail: 7 })!.detail, undefined)
  })

  it('stand beside a wide chart, and below any other', () => {
    const beside = [240, 700, 1000, 1186, 1300, 1900].map(width => detailPlace(width, 1).beside)
    assert.deepEqual(beside, [false, false, false, false, true, true])
    assert.equal(detailPlace(1300, 2).beside, false, 'two heatmaps need the room')
    const { chartWidth, detailWidth } = detailPlace(1900, 1)
    assert.ok(chartWidth + detailWidth < 1900 && chartWidth > 2 * detailWidth)
  })

  it('say why there is nothing: nothing yet, an old record, a large net, many classes', () => {
    const sentence = (record: RunRecord, name: DetailName) => detail(record, { detail: name }).sentence
    assert.match(sentence(upTo(healthy(), 0), 'histograms'), /^Nothing has been recorded yet/)
    assert.match(sentence(healthy(), 'histograms'), /recorded no histograms: older versions did not/)
    assert.match(sentence(healthy(), 'answers'), /recorded no answers/)
    assert.match(sentence({ ...healthy(), parameters: 2_000_000 }, 'histograms'), /this one has 2,000,000/)
    const classes = Array.from({ length: 30 }, (_, i) => String(i))
    assert.match(sentence({ ...healthy(), data: { ...healthy().data, classes } }, 'answers'), /there are 30/)
    assert.deepEqual(detail(healthy(), { detail: 'histograms' }).rows, [])
  })

  for (const theme of Object.keys(THEMES) as ThemeKind[])
    it(`are drawn from 240 to 1,900 px without a warning in ${theme}`, async () => {
      const records: Record<DetailName, RunRecord> = {
        activation: healthy(),
        histograms: spreading(),
        predictions: pictured(),
        answers: answering([[5, 1], [2, 7]]) // prettier-ignore
      }
      for (const name of DETAILS)
        for (const width of [240, 700, 1900]) {
          const { title, rows } = detail(records[name], { detail: name }, width, theme)
          assert.ok(rows.length > 0 && title !== '')
          assert.ok((await svg(records[name], { detail: name }, width, theme)).includes(title.slice(0, 12)))
        }
    })

  it('fit into their width, from 240 px on', () => {
    const records = [spreading(), pictured(), answering(Array(12).fill(Array(12).fill(1))), estimating([1, 2, 3])]
    for (const record of records)
      for (const name of some(detailsOf(record)))
        for (const width of [240, 400, 700, 1000, 1300, 1900]) {
          const { rows, left } = detail(record, { detail: name }, width)
          const place = detailPlace(width, 1)
          for (const row of rows) {
            const used = left + row.reduce((sum, panel) => sum + Number(panel.width), (row.length - 1) * 24)
            assert.ok(used <= place.detailWidth, `${name}: ${used} px in ${place.detailWidth} of ${width}`)
          }
        }
  })

  it('show histograms of very deep nets, some layers for all', () => {
    const layers = 3000
    const deep = recordOf({ hidden: Array<number>(layers - 1).fill(2), activation: 'tanh', epochs: 1 })
    const record = { ...deep, distributions: [distribution(0, layers), distribution(1, layers)] }
    const { rows, sentence } = detail(record, { detail: 'histograms' })
    assert.match(sentence, /40 of 3000 layers\.$/)
    assert.ok(some(rows.flat()).every(({ height }) => Number(height) <= 460))
  })

  it('write no title beyond its plot', () => {
    const wide = spreading()
    const far = wide.distributions.map(at => ({
      ...at,
      activation: { ...at.activation, to: [1, 1e6, 1e6, 1e6, 1e6, 1e6] }
    }))
    const { rows } = detail({ ...wide, distributions: far }, { detail: 'histograms' }, 500)
    const made = scene(wide, {}, 500)
    const titles = rows.flat().flatMap(({ width, layer }) => {
      const layers = layer as readonly { data: { values?: { text?: string }[] }; mark: { fontWeight?: unknown } }[]
      const bold = layers.filter(({ mark }) => mark.fontWeight === 600)
      return bold.flatMap(({ data }) => (data.values ?? []).map(({ text = '' }) => ({ text, width: Number(width) })))
    })
    assert.ok(titles.length > 1, 'gradients and activations')
    for (const { text, width } of titles) assert.ok(made.measure(text) * 1.1 <= width, text)
  })

  it('keep their view while epochs arrive: φ changes its data alone', () => {
    const frames = [10, 20].map(columns => {
      const made = scene(upTo(healthy(), columns), {})
      return JSON.stringify({ ...detailFrame(made, detail(upTo(healthy(), columns), {})), params: null })
    })
    assert.equal(frames[0], frames[1])
  })

  it('have a table where they have numbers', () => {
    assert.equal(table(healthy(), 'activation'), null)
    const { head, rows } = table(spreading(), 'histograms')!
    assert.deepEqual(head.slice(0, 3), ['layer', '|∂loss/∂W|, init', '|∂loss/∂W|, epoch 1'])
    assert.equal(rows.length, 6)
    assert.deepEqual(table(answering([[5, 1], [2, 7]]), 'answers')!.rows, [['0', '5 (83 %)', '1 (17 %)'], ['1', '2 (22 %)', '7 (78 %)']]) // prettier-ignore
    assert.deepEqual(table(estimating([1, NaN]), 'answers')!.rows, [['1', '0', '1'], ['2', '1', 'NaN']]) // prettier-ignore
    assert.deepEqual(table(pictured('images'), 'predictions')!.rows, [['1', '0', '0'], ['2', '1', '0 ✗']]) // prettier-ignore
  })
})
