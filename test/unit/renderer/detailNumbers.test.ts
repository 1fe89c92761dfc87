import assert from 'node:assert/strict'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { confusionAt } from '../../../renderers/run/numbers/confusion'
import { estimatesAt } from '../../../renderers/run/numbers/estimates'
import {
  barsOf,
  histogramAxis,
  histogramLayers,
  medianOf,
  outlineOf,
  snapshotsOf,
  type Bars
} from '../../../renderers/run/numbers/histograms'
import { DEFAULT_LOOK, type Look } from '../../../renderers/run/numbers/look'
import { answersAt } from '../../../renderers/run/numbers/predictions'
import { THEMES } from '../../../renderers/run/paint/theme'
import { confusionText } from '../../../renderers/run/words/confusionText'
import { estimatesText } from '../../../renderers/run/words/estimatesText'
import { edgeText, histogramsText } from '../../../renderers/run/words/histogramsText'
import { momentText } from '../../../renderers/run/words/momentText'
import { labelOf, predictionText } from '../../../renderers/run/words/predictionText'
import { PLAIN } from '../record/sampleDecisions'
import type { RunRecord } from '../../../src/record'
import { answering, broken, distribution, estimating, pictured, spreading } from './details'
import { healthy, upTo } from './records'

const moment = (record: RunRecord, epoch: number, look: Partial<Look> = {}) => {
  const { shown, look: whole } = sceneOf(record, THEMES.light, 800, { ...DEFAULT_LOOK, ...look })
  return momentText(shown, whole, epoch)
}

describe('the moment of a picture', () => {
  it('is the newest so far while a run goes on, and its epoch in the end', () => {
    assert.equal(moment(upTo(pictured(), 30), 7), 'newest so far: epoch 7')
    assert.equal(moment(pictured(), 50), 'epoch 50')
    assert.equal(moment(pictured(), 7), 'epoch 7, the last one recorded')
  })

  it('tells what was asked for where that was not recorded', () => {
    assert.equal(moment(pictured(), 7, { column: 7 }), 'epoch 7')
    assert.equal(moment(pictured(), 7, { column: 20 }), 'epoch 7, the last one recorded up to epoch 20')
    assert.equal(moment(upTo(pictured(), 30), 0, { column: 3 }), 'init, the last one recorded up to epoch 3')
  })
})

describe('histograms', () => {
  const bars = (edges: readonly number[], heights = edges.slice(1).map(() => 1)): Bars => ({ edges, heights })

  it('are cut to the bars that hold anything; gradients’ edges are powers of ten', () => {
    const { edges, heights } = barsOf(distribution(0, 2), 'weightGradient', 1)!
    assert.equal(heights.length, 16)
    assert.ok(
      Math.abs(edges[0]! - Math.log10(2) * -44) < 1e-12 && Math.abs(edges.at(-1)! - Math.log10(2) * -28) < 1e-12
    )
    assert.ok(Math.abs(medianOf({ edges, heights }) - Math.log10(2) * -36) < 1e-9)
  })

  it('are none where a layer had no finite number', () => {
    const lost = { ...distribution(0, 1), activation: { from: [NaN], to: [NaN], bars: new Uint8Array(32) } }
    assert.equal(barsOf(lost, 'activation', 0), null)
  })

  it('have one axis for all layers and moments, with decades on both sides of 0 where layers differ by decades', () => {
    assert.deepEqual(histogramAxis([bars([-7.2, -3]), bars([-4, -0.5])], 'weightGradient', 4)!.span, [-8, 0])
    assert.equal(histogramAxis([bars([-1, 1]), bars([-5, 5])], 'activation', 4)!.kind, 'linear')
    const both = histogramAxis([bars([-0.5, 1]), bars([0, 1e6])], 'activation', 4)!
    assert.equal(both.kind, 'both')
    assert.equal(both.place(0), 0)
    assert.ok(both.ticks.some(({ value }) => value === 0) && both.ticks.length <= 6)
    assert.ok(both.span[1] === both.place(1e6) && both.place(-1) === -both.place(1))
    assert.equal(histogramAxis([], 'activation', 4), null)
  })

  it('have an outline that begins and ends on the base line, also where all numbers are alike', () => {
    const axis = histogramAxis([bars([0, 10])], 'activation', 4)!
    assert.deepEqual(outlineOf(bars([0, 1, 2], [0.5, 1]), axis), [
      { place: 0, height: 0 },
      { place: 0, height: 0.5 },
      { place: 1, height: 1 },
      { place: 2, height: 0 }
    ])
    const spike = outlineOf(bars([3, 3]), axis)
    assert.ok(spike[2]!.place > spike[0]!.place && spike[0]!.height === 0 && spike[1]!.height === 1)
  })

  it('tell three moments apart, and of very many layers show some', () => {
    const names = (record: RunRecord) => snapshotsOf(record).map(({ snapshot }) => snapshot)
    assert.deepEqual(names(spreading()), ['init', 'first', 'last'])
    assert.deepEqual(names({ ...spreading(), distributions: [distribution(0, 6), distribution(1, 6)] }), [
      'init',
      'last'
    ])
    const some = histogramLayers(300)
    assert.deepEqual([some[0], some.at(-2), some.at(-1), some.length], [0, 298, 299, 40])
    assert.deepEqual(histogramLayers(3), [0, 1, 2])
  })

  it('are told in words, far outside float64, too', () => {
    assert.match(
      histogramsText(spreading()),
      /median weight gradient of hidden 1 goes from 1\.\de-11 before training to 3\.\de-9 at epoch 50/
    )
    assert.equal(edgeText(-400, 'weightGradient'), '1e-400')
    assert.equal(edgeText(-0.25, 'activation'), '-0.25')
  })
})

describe('a confusion matrix', () => {
  const text = (record: RunRecord) => confusionText(confusionAt(record, 50)!)

  it('tells how much is right, and what is mistaken most often', () => {
    assert.equal(text(answering([[93, 7], [0, 100]])), 'Mostly right: 96 %; 0 is taken for 1 most often (7 of 100).') // prettier-ignore
    assert.equal(text(answering([[5, 5], [6, 4]])), 'Right: 45 %; 1 is taken for 0 most often (6 of 10).') // prettier-ignore
    assert.equal(text(answering([[3, 0], [0, 4]])), 'All 7 samples are right.') // prettier-ignore
  })

  it('tells of a net that says the same to everything, and of one that answers nothing', () => {
    assert.equal(text(answering([[5, 0], [4, 0]])), 'Right: 56 %; Every sample is taken for 0.') // prettier-ignore
    assert.match(text(answering([[0, 0], [0, 0]], [3, 4])), /^The net predicts nothing/) // prettier-ignore
    assert.match(text(answering([[3, 0], [0, 0]], [0, 4])), /4 of 7 samples get no answer/) // prettier-ignore
  })

  it('is none where none was recorded', () => assert.equal(confusionAt(healthy(), 50), null))
})

describe('predicted values', () => {
  it('are told with their error, in the target’s own unit', () => {
    const record = estimating([0.1, 0.9, 2])
    assert.match(
      estimatesText(estimatesAt(record, 200)!),
      /^target: off by 0.082 \(RMS\), where true values spread by 0.82/
    )
    const decisions = { ...PLAIN, target: { count: 1, names: ['price'] }, targetScale: [{ mean: 50, deviation: 10 }] }
    const [output] = estimatesAt({ ...record, data: { ...record.data, decisions } }, 200)!.outputs
    assert.equal(output!.name, 'price')
    assert.deepEqual(output!.estimates[2], { sample: 2, truth: 70, value: 70 })
  })

  it('that are not numbers are counted', () => {
    assert.match(estimatesText(estimatesAt(estimating([0, NaN]), 200)!), /1 of 2 predictions are not numbers/)
    assert.match(estimatesText(estimatesAt(estimating([NaN, Infinity]), 200)!), /^The net predicts nothing/)
  })
})

describe('predictions of a net whose outputs are not numbers', () => {
  it('are none, also in records that have no answers', () => {
    assert.deepEqual([answersAt(broken(), 0), answersAt(broken(), 2)], [true, false])
    assert.match(predictionText(broken(), broken().frames[1]!), /^The net predicts nothing/)
    const lost = answering([[0, 0], [0, 0]], [3, 4]) // prettier-ignore
    assert.equal(answersAt(lost, 50), false)
    const images = { ...pictured('images'), ...lost, subject: pictured('images').subject! }
    const label = labelOf(images, images.subject as never, { epoch: 50, values: Uint8Array.of(0, 255, 0, 255) }, 0)
    assert.deepEqual(label, { text: '–', right: false })
  })

  it('are told by area where there are some', () =>
    assert.equal(
      predictionText(pictured(), pictured().frames[0]!),
      'Share of the picture: 0: 75 %, 1: 25 %. The points are training samples.'
    ))
})
