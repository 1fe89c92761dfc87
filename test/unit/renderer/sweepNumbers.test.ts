import assert from 'node:assert/strict'
import { byScore, chosenMetric, groupResults, type SweepRecord } from '../../../src/record'
import { bandOf, quantile } from '../../../renderers/run/numbers/sweep/bands'
import { axisBetween, axisFor, placeOn } from '../../../renderers/run/numbers/sweep/axis'
import { dimensionsOf } from '../../../renderers/run/numbers/sweep/dimensions'
import { arrangeable, facetsOf } from '../../../renderers/run/numbers/sweep/facets'
import { reachOf, thumbField, thumbRatios } from '../../../renderers/run/numbers/sweep/thumbField'
import { STEPS } from '../../../renderers/run/numbers/colorScale'
import { NONFINITE_CELL, ZERO_CELL } from '../../../renderers/run/numbers/field'
import { plotNodes } from '../../../renderers/run/chart/sweep/plot'
import { markup, svg } from '../../../renderers/run/chart/sweep/svg'
import { THEMES } from '../../../renderers/run/paint/theme'
import { sampleSweep } from '../record/sampleSweep'
import { articleSweep, randomSweep, rateSweep } from './sweeps'

function arranged(record: SweepRecord) {
  const metric = chosenMetric(record)
  const groups = groupResults(record, metric)
  const ordered = byScore(groups, metric).map(group => groups.findIndex(({ runs }) => runs[0] === group.runs[0]))
  const dimensions = dimensionsOf(record, groups)
  return { groups, ordered, dimensions, best: arrangeable(dimensions, groups, ordered) }
}

const done = (record: SweepRecord, index: number) => {
  const run = record.runs[index]!
  if (run.state !== 'done') throw new Error('not done')
  return run.summary
}

describe('what a sweep’s groups differ in', () => {
  it('is a dimension each; variants count as one, and one value is none', () => {
    const { dimensions } = arranged(sampleSweep())
    assert.deepEqual(dimensions.map(({ id, values }) => [id, values.length]), [[-1, 2], [0, 4]]) // prettier-ignore
    assert.deepEqual(dimensions[1]!.numbers, [0.001, 0.01, 0.1, 1])
    assert.equal(dimensions[1]!.log, true)
  })

  it('keeps numbers apart that look alike', () => {
    const few = rateSweep()
    const rates = [0.123456, 0.123457]
    const runs = few.runs.slice(0, 4).map((run, i) => ({ ...run, values: [i < 2 ? 1 : 2, rates[i % 2]!] }))
    const { dimensions, groups, ordered } = arranged({ ...few, runs })
    assert.deepEqual(dimensions.map(({ numbers }) => numbers), [[1, 2], rates]) // prettier-ignore
    const { facets, slots } = facetsOf(dimensions, groups, ordered, dimensions[0]!, null)
    assert.equal(slots.length, 2)
    assert.equal(new Set(facets.map(({ row, slot }) => `${row} ${slot}`)).size, 4)
  })

  it('stands in the rows and columns of what matters most', () => {
    const { best } = arranged(articleSweep())
    assert.equal(best[0]!.name, 'initializer')
    assert.deepEqual(arranged(rateSweep()).best.map(({ name }) => name), ['optimizer.learning_rate', 'hidden_layers.depth']) // prettier-ignore
  })

  it('is told by a slot where rows and columns do not, each group once', () => {
    const { groups, ordered, dimensions, best } = arranged(articleSweep())
    const facets = facetsOf(dimensions, groups, ordered, best[0]!, best[1]!)
    assert.equal(facets.facets.length, 24)
    assert.equal(new Set(facets.facets.map(({ row, column, slot }) => `${row} ${column} ${slot}`)).size, 24)
    assert.equal(facets.slots.length * facets.rows!.values.length * facets.columns!.values.length, 24)
  })

  it('arranges nothing where values are drawn at random: the best come first, the others are counted', () => {
    const { groups, ordered, dimensions, best } = arranged(randomSweep(150))
    assert.deepEqual(best, [])
    const facets = facetsOf(dimensions, groups, ordered, null, null)
    assert.deepEqual([facets.flow, facets.facets.length, facets.hidden], [true, 24, 126])
    assert.equal(facets.facets[0]!.group, ordered[0])
  })
})

describe('the band of a group', () => {
  it('lets no run that broke be averaged away', () => {
    const record = articleSweep()
    const group = groupResults(record, chosenMetric(record)).find(({ fates }) => fates.diverged === 2)!
    const { high, median, upperQuartile, diverged, runs, epochs } = bandOf(record, group.runs, 'loss')!
    assert.deepEqual([diverged, runs, epochs.length], [2, 5, 31])
    assert.equal(high[30], Infinity)
    assert.equal(upperQuartile[30], Infinity)
    assert.ok(Number.isFinite(median[30]))
    assert.equal(bandOf(record, group.runs, 'accuracy')!.low[30], 0)
  })

  it('is none of runs that have not ended, or that have no such curve', () => {
    const record = sampleSweep()
    assert.equal(bandOf(record, [15], 'loss'), null)
    assert.equal(bandOf(record, [2], 'test_accuracy'), null)
  })

  it('has quartiles between the runs', () => {
    assert.deepEqual([0, 0.25, 0.5, 1].map(share => quantile([1, 2, 3, 5], share)), [1, 1.75, 2.5, 5]) // prettier-ignore
    assert.deepEqual([quantile([1, Infinity], 0.5), quantile([1, Infinity], 0), quantile([], 0.5)], [Infinity, 1, NaN])
  })
})

describe('a thumbnail', () => {
  it('compares each hidden layer with the last one in the same group of epochs', () => {
    const { layers, columns, logs } = thumbRatios(done(rateSweep(), 14 + 2)) // depth 4
    assert.deepEqual([layers, columns], [4, 31])
    for (let column = 0; column < columns; column++) assert.equal(logs[column * layers + layers - 1], 0)
    assert.ok(Math.abs(logs[0]! - 3 * Math.log10(0.8)) < 0.2)
  })

  it('keeps the marks of what has no size', () => {
    const zeros = thumbRatios(done(articleSweep(), 0))
    const broken = thumbRatios(done(articleSweep(), articleSweep().runs.findIndex(run => run.state === 'done' && run.summary.nonfinite !== null))) // prettier-ignore
    const reach = reachOf([zeros, broken])
    assert.ok(thumbField(zeros, reach).cells.every(cell => cell === ZERO_CELL))
    const { cells } = thumbField(broken, reach)
    assert.equal(cells.at(-1), NONFINITE_CELL)
    assert.equal(cells[7], STEPS, 'the last hidden layer is the middle of the scale')
  })
})

describe('an axis', () => {
  it('is logarithmic where numbers span decades, and has a place for what is infinite', () => {
    const axis = axisFor([0.001, 0.7, Infinity, NaN], 4)
    assert.equal(axis.log, true)
    assert.deepEqual([placeOn(axis, 0.001), placeOn(axis, Infinity), placeOn(axis, 0)], [0, 1, 0])
    assert.deepEqual(axis.ticks.map(tick => Number(tick.toPrecision(3))), [0.001, 0.01, 0.1]) // prettier-ignore
    assert.deepEqual(axisFor([0.4, 6e7], 4).ticks, [100, 1e5])
    assert.equal(axisFor([0.1, 0.7], 4).log, false)
    assert.equal(placeOn(axisBetween([1, 10, 100], 5, true), 10), 0.5)
    assert.equal(placeOn(axisFor([], 4), 0.5), 0.5)
  })
})

describe('a plot of numbers that lie far apart', () => {
  it('has labels below its axis that do not overlap', () => {
    const numbers = [0.03, 0.3, 50, 100]
    const x = { ...axisBetween(numbers, 6, false), ticks: numbers }
    const frame = { box: { x: 0, y: 0, width: 300, height: 100 }, x, y: axisFor([0, 1], 4), title: '', xTitle: '' }
    const drawn = markup(svg('g', {}, ...plotNodes(frame, THEMES.light)))
    assert.deepEqual(drawn.match(/(?<=>)(0\.03|0\.3|50|100)(?=<)/g), ['0.03', '50', '100'])
  })

  it('is logarithmic, however its numbers are spaced', () => {
    const parameter = { name: 'optimizer.learning_rate', values: [0.03, 0.3, 1e8], log: false }
    const runs = parameter.values.map((value, i) => ({ ...rateSweep().runs[i]!, values: [value] }))
    assert.equal(arranged({ ...rateSweep(), parameters: [parameter], runs }).dimensions[0]!.log, true)
  })
})
