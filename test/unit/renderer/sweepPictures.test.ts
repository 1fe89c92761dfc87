import assert from 'node:assert/strict'
import { chosenMetric, type SweepRecord } from '../../../src/record'
import { curvesDrawing } from '../../../renderers/run/chart/sweep/curves'
import { metricDrawing } from '../../../renderers/run/chart/sweep/metricPlot'
import { multiplesDrawing } from '../../../renderers/run/chart/sweep/multiples'
import { multiplesLayout } from '../../../renderers/run/chart/sweep/multiplesLayout'
import { svgFile, type Drawing } from '../../../renderers/run/chart/sweep/svg'
import { sweepScene, type SweepLook } from '../../../renderers/run/chart/sweep/sweepScene'
import { estimate } from '../../../renderers/run/chart/layout'
import { THEMES } from '../../../renderers/run/paint/theme'
import { sweepColumns, sortedRuns, tableText } from '../../../renderers/run/words/sweepColumns'
import { sampleSweep } from '../record/sampleSweep'
import { articleSweep, randomSweep, rateSweep } from './sweeps'

const scene = (record: SweepRecord, width = 900, look: SweepLook = {}) =>
  sweepScene(record, THEMES.light, width, chosenMetric(record), look, estimate(THEMES.light))
const file = (drawing: Drawing) => svgFile(drawing, '#fff', 'sans-serif')
/** What is written in it, a line a text. */
const said = (drawing: Drawing) => [...file(drawing).matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text).join('\n')
const isDrawn = (drawing: Drawing) => !/NaN|Infinity|undefined/.test(file(drawing))

describe('the small multiples of a sweep', () => {
  it('fit into the width, and no two lie upon each other', () => {
    for (const record of [articleSweep(), rateSweep(), randomSweep(40), sampleSweep()])
      for (const width of [400, 700, 1600]) {
        const { thumbs, height } = multiplesLayout(scene(record, width))
        const taken = new Set<string>()
        for (const { picture } of thumbs) {
          assert.ok(picture.x >= 0 && picture.x + picture.width <= width + 1, `${width}: ${picture.x + picture.width}`)
          assert.ok(picture.y + picture.height < height)
          taken.add(`${picture.x} ${picture.y}`)
        }
        assert.equal(taken.size, thumbs.length)
      }
  })

  it('say each group’s number, and what went wrong', () => {
    const made = scene(articleSweep())
    const drawing = multiplesDrawing(made, multiplesLayout(made))
    for (const text of [/^2 of 5 diverged$/m, /^5 of 5 did not\nlearn$/m, /^initializer ↓$/m])
      assert.match(said(drawing), text)
    assert.equal(file(drawing).match(/font-weight="700"/g)?.length, 1, 'one is the best')
  })

  it('stand as a person chose', () => {
    const { facets } = scene(articleSweep(), 900, { rows: 2, columns: null })
    assert.deepEqual([facets.rows?.name, facets.columns], ['hidden_layers.depth', null])
    assert.equal(scene(articleSweep(), 900, { columns: 2 }).facets.columns?.name, 'hidden_layers.depth')
  })

  it('take names as text', () => {
    const { runs, variants, ...rest } = sampleSweep()
    const label = '<script>&"x'
    const bad = { ...rest, variants: [label, variants[1]!], runs: runs.map(run => (run.label === variants[0] ? { ...run, label } : run)) } // prettier-ignore
    const made = scene(bad)
    const text = file(multiplesDrawing(made, multiplesLayout(made))) + file(curvesDrawing(made, []))
    assert.ok(!text.includes('<script'))
    assert.match(text, /&lt;script&gt;&amp;/)
  })
})

describe('the curves of a sweep', () => {
  it('tell the best groups apart, count the others, and say how many runs diverged', () => {
    const drawing = curvesDrawing(scene(articleSweep(), 1200), [])
    assert.match(
      said(drawing).replaceAll('\n', ' '),
      /Grey: the other 18 groups\. 2 of 120 runs diverged: their loss leaves the plot at the top, the accuracy at the bottom\./
    )
    assert.ok(isDrawn(drawing))
  })

  it('keep the number of a group whose name finds no room', () => {
    assert.match(said(curvesDrawing(scene(articleSweep(), 200), [21])), /^h.*…: [\d.]+\n2 of 5 diverged$/m)
  })

  it('show the groups that were chosen', () => {
    assert.match(said(curvesDrawing(scene(articleSweep()), [21])), /^he, tanh, depth 8: [\d.]+\n2 of 5 diverged$/m)
  })
})

describe('the metric of a sweep', () => {
  it('is a line for one number, a heatmap for two, parallel coordinates for more, and nothing for none', () => {
    const text = (record: SweepRecord) => said(metricDrawing(scene(record))!)
    assert.match(text(sampleSweep()), /^last loss by learning_rate$/m)
    assert.match(text(rateSweep()), /^last loss by learning_rate and depth$/m)
    assert.match(text(randomSweep(50)), /^All groups and their last loss$/m)
    for (const record of [sampleSweep(), rateSweep(), randomSweep(50)]) assert.ok(isDrawn(metricDrawing(scene(record))!)) // prettier-ignore
    const { runs, ...rest } = sampleSweep()
    assert.equal(
      metricDrawing(scene({ ...rest, parameters: [], runs: runs.map(run => ({ ...run, values: [] })) })),
      null
    )
  })

  it('is not drawn before any run has a number', () => {
    const { runs, ...rest } = rateSweep()
    const missing = runs.map(({ label, values, seed, digest }) => ({ label, values, seed, digest, state: 'missing' as const })) // prettier-ignore
    const made = scene({ ...rest, runs: missing })
    assert.equal(metricDrawing(made), null)
    assert.ok(isDrawn(curvesDrawing(made, [])) && isDrawn(multiplesDrawing(made, multiplesLayout(made))))
  })
})

describe('ten thousand runs with values of their own', () => {
  it('are arranged and drawn in a time that grows with their number, not with its square', () => {
    const few = randomSweep(2)
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...few.runs[0]!, values: [0.001 * (1 + i), i / 10_000, 1e-5 * (1 + i)] })) // prettier-ignore
    const start = process.cpuUsage()
    const made = scene({ ...few, runs: many })
    assert.ok(isDrawn(metricDrawing(made)!) && made.facets.hidden === 10_000 - 24)
    assert.ok(process.cpuUsage(start).user < 8e6, `${process.cpuUsage(start).user / 1e6} s`)
  })
})

describe('the table of runs', () => {
  it('is sorted by numbers and texts; runs without a number come last either way', () => {
    const record = sampleSweep()
    const columns = sweepColumns(record, 0.35)
    const by = (title: string, ascending: boolean) =>
      sortedRuns(record, record.runs.map((_, i) => i), columns.find(column => column.title === title)!, ascending) // prettier-ignore
    assert.deepEqual(by('run', false).slice(0, 2), [15, 14])
    const [up, down] = [by('last loss', true), by('last loss', false)]
    assert.deepEqual(up.slice(-3).sort((a, b) => a - b), [0, 1, 15]) // prettier-ignore
    assert.deepEqual(down.slice(0, 13), [...up.slice(0, 13)].reverse())
    assert.deepEqual(by('variant', true).slice(0, 8), [8, 9, 10, 11, 12, 13, 14, 15])
  })

  it('is text for a spreadsheet, too', () => {
    const [head, first, ...others] = tableText(sampleSweep(), [2, 1, 0]).split('\n')
    assert.match(head!, /^run\tvariant\tlearning_rate\tseed\tstate\tlast loss\tbest loss/)
    assert.match(first!, /^2\tsigmoid\+xavier\t0\.01\t7\tlearned\t0\.\d+/)
    assert.match(others[0]!, /\tfailed\t.*\tThe worker ended\.$/)
    assert.match(others[1]!, /\tdiverged\tNaN\t/)
  })
})
