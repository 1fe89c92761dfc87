import assert from 'node:assert/strict'
import { describe as inWords } from '../../../renderers/run/description'
import { cellFacts, epochFacts } from '../../../renderers/run/facts'
import { headline, headlineText, shape } from '../../../src/record'
import { epochTicks } from '../../../renderers/run/layout'
import { powerOfTen } from '../../../renderers/run/powers'
import { wrap } from '../../../renderers/run/wrap'
import { scaled, type Events } from '../../../src/record'
import { exploding, healthy, oneHidden, recordOf, regression, tenTo, vanishing, zeros } from './records'

describe('headlineText(record)', () => {
  it('names the experiment in one line', () =>
    assert.equal(
      headlineText(vanishing()),
      'deep-sigmoid — spiral, 2 → 32×20 → 2 sigmoid, xavier, sgd 0.1, batch 32, seed 42; 20,226 parameters; epoch 30 of 30'
    ))

  it('names the data set where the experiment has no name', () =>
    assert.match(headlineText(oneHidden()), /^spiral — 2 → 8 → 2 tanh, xavier/))

  it('tells what is unusual', () => {
    const record = recordOf({
      ...{ hidden: [4], activation: 'gelu', epochs: 1 },
      experiment: {
        initializer: [{ name: 'random_normal', mean: 0, stddev: 0.01 }, 'he'],
        optimizer: { name: 'adamw', learning_rate: 0.001, weight_decay: 0.01, clipnorm: 1 },
        normalization: 'layer',
        residual: true,
        batch_size: 8,
        seed: 0
      }
    })
    assert.match(
      headlineText(record),
      /gelu, random_normal stddev 0\.01\/he, layer normalization, residual, adamw 0\.001 weight_decay 0\.01 clipnorm 1, batch 8, seed 0;/
    )
  })

  it('reads an experiment of which it knows nothing', () =>
    assert.equal(
      headlineText(recordOf({ hidden: [], activation: 'tanh', epochs: 3, columns: 0, experiment: { optimizer: 3 } })),
      'spiral — 2 → 2 linear; 6 parameters; starting'
    ))

  const stateAfter = (stop: Events['stop']) =>
    headline(recordOf({ hidden: [3], activation: 'tanh', epochs: 50, columns: 13, events: { stop } })).state

  it('says how far a run has come', () => {
    assert.deepEqual(stateAfter(null), { tone: 'running', text: 'epoch 12 of 50' })
    assert.deepEqual(stateAfter({ reason: 'cancelled', epoch: 12 }), {
      tone: 'stopped',
      text: 'stopped at epoch 12 of 50: cancelled'
    })
    assert.equal(
      stateAfter({ reason: 'loss_below', epoch: 12 }).text,
      'stopped at epoch 12 of 50: loss below its limit'
    )
    assert.deepEqual(headline(exploding()).state, {
      tone: 'diverged',
      text: 'diverged at epoch 7 of 20: gradient of hidden 5 not finite at step 88'
    })
    assert.equal(
      headline(exploding(false)).state.text,
      'epoch 20 of 20; gradient of hidden 5 not finite at step 88, epoch 7'
    )
  })
})

describe('shape(record)', () => {
  const shapeOf = (...hidden: number[]) => shape(recordOf({ hidden, activation: 'tanh', epochs: 1, columns: 0 }))
  it('writes equal neighbours once', () => {
    assert.equal(shapeOf(), '2 → 2')
    assert.equal(shapeOf(5), '2 → 5 → 2')
    assert.equal(shapeOf(64, 32, 32, 32, 16), '2 → 64 → 32×3 → 16 → 2')
    assert.equal(shapeOf(8, 8, 4, 4, 8, 8), '2 → 8×2 → 4×2 → 8×2 → 2')
  })
})

describe('describe(record)', () => {
  it('says that delta falls towards the input, with numbers', () =>
    assert.match(
      inWords(vanishing()),
      /^Gradient heatmap of 21 layers over 30 epochs \(deep-sigmoid, epoch 30 of 30\): delta falls from 0\.5 at output to 1\.4e-13 at hidden 1 before training; at epoch 30 it falls from .* Training loss goes from 0\.724 to 0\.693\.$/
    ))

  it('says where a run was first not finite', () =>
    assert.match(
      inWords(exploding()),
      /grows from .* First not finite: gradient of hidden 5 not finite at step 88, epoch 7\./
    ))

  it('says that a gradient is zero', () => assert.match(inWords(zeros()), /delta is 0\.49 at output and 0 at hidden 1/))

  it('has no finding where there is none', () => {
    assert.match(inWords(regression()), /delta goes from/)
    assert.match(inWords(healthy(50, 0)), /nothing recorded yet/)
  })
})

describe('cellFacts(record, quantity, column, layer)', () => {
  it('has the exact numbers of the cell and the losses of its epoch', () => {
    const facts = cellFacts(healthy(), 'delta_rms', 12, 1)!
    assert.equal(facts.title, 'hidden 2 (64 → 32, relu), epoch 12')
    assert.deepEqual(facts.rows.map(([label]) => label), [
      'delta, RMS',
      'weight gradient, L2 norm',
      'update ratio',
      'training loss',
      'test loss',
      'training accuracy',
      'test accuracy'
    ]) // prettier-ignore
  })

  it('writes numbers that float64 cannot hold, NaN, zero and what does not apply', () => {
    const record = recordOf({
      ...{ hidden: [2, 2, 2], activation: 'tanh', epochs: 1, columns: 1 },
      quantities: { delta_rms: (_, layer) => [tenTo(-400), scaled(NaN), scaled(0), tenTo(500)][layer]! }
    })
    const texts = [0, 1, 2, 3].map(layer => cellFacts(record, 'delta_rms', 0, layer)!.rows[0]![1])
    assert.deepEqual(texts, ['1e-400', 'NaN', '0', '1e500'])
    assert.deepEqual(cellFacts(record, 'delta_rms', 0, 0)!.rows.at(-1), ['update ratio', '–'])
    assert.match(cellFacts(record, 'delta_rms', 0, 0)!.title, /init \(before any update\)$/)
  })

  it('leaves out the accuracy of a regression', () =>
    assert.deepEqual(
      epochFacts(regression(), 3)!.rows.map(([label]) => label),
      ['training loss', 'test loss']
    ))

  it('has nothing to say about epochs to come or layers that are not', () => {
    assert.equal(cellFacts(healthy(50, 5), 'delta_rms', 5, 0), null)
    assert.equal(cellFacts(healthy(), 'delta_rms', 0, 6), null)
    assert.equal(epochFacts(healthy(50, 5), 5), null)
  })
})

describe('epochTicks(epochs, most)', () => {
  it('has round steps from init to the end', () => {
    assert.deepEqual(epochTicks(1, 10), [0, 1])
    assert.deepEqual(epochTicks(30, 8), [0, 5, 10, 15, 20, 25, 30])
    assert.deepEqual(epochTicks(1000, 5), [0, 200, 400, 600, 800, 1000])
    assert.deepEqual(epochTicks(7, 3), [0, 5])
  })

  it('is never crowded', () => {
    for (let epochs = 1; epochs < 3000; epochs += 7)
      for (const most of [2, 5, 11]) assert.ok(epochTicks(epochs, most).length <= most + 2)
  })
})

describe('powerOfTen(exponent)', () => {
  it('is written with superscripts', () => assert.deepEqual([-12, 0, 8].map(powerOfTen), ['10⁻¹²', '10⁰', '10⁸']))
})

describe('wrap(text, width, measure)', () => {
  it('breaks between words and cuts nothing', () =>
    assert.deepEqual(
      wrap('aa bb cccccccc d', 5, text => text.length),
      ['aa bb', 'cccccccc', 'd']
    ))
})
