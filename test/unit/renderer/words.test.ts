import assert from 'node:assert/strict'
import { wrap } from '../../../renderers/run/chart/wrap'
import { stillSince } from '../../../renderers/run/numbers/stillness'
import { epochTicks, ticksBetween } from '../../../renderers/run/numbers/ticks'
import { describe as inWords } from '../../../renderers/run/words/description'
import { course } from '../../../renderers/run/words/course'
import { stillness } from '../../../renderers/run/words/stillness'
import { powerOfTen, tickText } from '../../../renderers/run/words/tickText'
import { headline, headlineText, shape } from '../../../src/record'
import { absent, scaled, type Events, type JsonObject, type StopReason } from '../../../src/record'
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
      hidden: [4],
      activation: 'gelu',
      epochs: 1,
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

  it('tells very large numbers by their power of ten', () =>
    assert.match(
      headlineText(recordOf({ hidden: [2], activation: 'relu', epochs: 1, experiment: { initializer: { name: 'random_normal', stddev: 1e20 }, seed: 9007199254740991 } })), // prettier-ignore
      /random_normal stddev 1e20, .*seed 9007199254740991;/
    ))

  it('reads an experiment of which it knows nothing', () =>
    assert.equal(
      headlineText(recordOf({ hidden: [], activation: 'tanh', epochs: 3, columns: 0, experiment: { optimizer: 3 } })),
      'spiral — 2 → 2 linear; 6 parameters; starting'
    ))

  const stateAfter = (stop: Events['stop']) =>
    headline(recordOf({ hidden: [3], activation: 'tanh', epochs: 50, columns: 13, events: { stop } })).state

  it('says how far a run has come', () => {
    assert.deepEqual(stateAfter(null), {
      tone: 'running',
      text: 'epoch 12 of 50',
      progress: 'epoch 12 of 50'
    })
    assert.deepEqual(stateAfter({ reason: 'cancelled', epoch: 12 }), {
      tone: 'stopped',
      text: 'stopped at epoch 12 of 50: cancelled',
      progress: 'stopped at epoch 12 of 50: cancelled'
    })
    assert.equal(
      stateAfter({ reason: 'loss_below', epoch: 12 }).text,
      'stopped at epoch 12 of 50: loss below its limit'
    )
    const stop = (reason: StopReason, limits: JsonObject) =>
      headline(
        recordOf({
          ...{ hidden: [3], activation: 'tanh', epochs: 50, columns: 13, experiment: { stop: limits } },
          events: { stop: { reason, epoch: 12 } }
        })
      ).state.text
    assert.equal(stop('loss_below', { loss_below: 0.1 }), 'stopped at epoch 12 of 50: loss below 0.1')
    assert.equal(stop('after_seconds', { after_seconds: 30 }), 'stopped at epoch 12 of 50: time limit of 30 s')
    assert.deepEqual(headline(exploding()).state, {
      tone: 'diverged',
      text: 'diverged at epoch 7 of 20: gradient of hidden 5 not finite at step 88',
      progress: 'epoch 7 of 20'
    })
    assert.equal(headline(exploding(false)).state.progress, 'epoch 20 of 20')
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
      /^Gradient heatmap of 21 layers over 30 epochs \(deep-sigmoid, epoch 30 of 30\): delta falls by 12\.5 decades from output \(0\.5\) to hidden 1 \(1\.4e-13\) before training; at epoch 30 it falls by .* Training loss goes from 0\.724 to 0\.693\.$/
    ))

  it('says where a run was first not finite', () =>
    assert.match(
      inWords(exploding()),
      /\(.*, diverged at epoch 7 of 20: gradient of hidden 5 not finite at step 88\): .* grows by /
    ))

  it('says that a gradient is zero', () => assert.match(inWords(zeros()), /delta is 0\.49 at output and 0 at hidden 1/))

  it('has no finding where there is none', () => {
    assert.match(inWords(regression()), /delta stays within a decade/)
    assert.match(inWords(healthy(50, 0)), /nothing recorded yet/)
  })
})

describe('course(record, quantity)', () => {
  it('says which layers hardly learn, and since when', () =>
    assert.match(
      course(vanishing()),
      /Hardly learning: hidden 1 to hidden 15 since epoch 1 \(update ratio below 1e-6\)\./
    ))

  it('tells layers apart that came to rest at other times', () => {
    const record = recordOf({
      hidden: [4, 4],
      activation: 'tanh',
      epochs: 9,
      quantities: {
        update_ratio: (epoch, layer) => (epoch === 0 ? absent : tenTo(layer === 2 || epoch < 3 + layer ? -3 : -7))
      }
    })
    assert.deepEqual(
      [0, 1, 2].map(layer => stillSince(record, layer)),
      [3, 4, null]
    )
    assert.match(stillness(record), /^Hardly learning: hidden 1 since epoch 3, hidden 2 since epoch 4/)
  })

  it('is silent about layers that learn', () => assert.equal(stillness(healthy()), ''))

  it('writes fractions in percent', () => {
    const record = recordOf({
      hidden: [4],
      activation: 'relu',
      epochs: 1,
      quantities: { dead_fraction: (_, layer) => (layer === 0 ? scaled(0.25) : absent) }
    })
    assert.match(
      course(record, 'dead_fraction'),
      /^Dead units are 25 % at hidden 1 before training; at epoch 1 they are /
    )
  })

  it('says of a quantity that no layer has that it does not apply', () => {
    const record = recordOf({
      hidden: [4],
      activation: 'relu',
      epochs: 1,
      quantities: { saturated_fraction: () => absent }
    })
    assert.match(
      course(record, 'saturated_fraction'),
      /^Saturated units do not apply at output or hidden 1 before training; at epoch 1 they do not/
    )
  })
})

describe('tickText(kind, number)', () => {
  it('has at most four significant digits, and powers of ten', () => {
    assert.equal(tickText('signed', -0.1 - 0.2), '−0.3')
    assert.equal(tickText('signed', 20), '20')
    assert.equal(tickText('signed', 1e21 / 3), '3.333e20')
    assert.equal(tickText('fraction', 0.55), '55 %')
    assert.equal(tickText('log', -8), '10⁻⁸')
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

describe('ticksBetween(from, to, most)', () => {
  it('has round steps within a zoomed axis', () => {
    assert.deepEqual(ticksBetween(9.5, 19.5, 6), [10, 12, 14, 16, 18])
    assert.deepEqual(ticksBetween(401.3, 405.3, 8), [402, 403, 404, 405])
  })
})

describe('powerOfTen(exponent)', () => {
  it('is written with superscripts', () => assert.deepEqual([-12, 0, 8].map(powerOfTen), ['10⁻¹²', '10⁰', '10⁸']))
})

describe('wrap(text, width, measure)', () => {
  it('breaks between words, and within one that is too long', () =>
    assert.deepEqual(
      wrap('aa bb cccccccc d', 5, text => text.length),
      ['aa bb', 'ccccc', 'ccc d']
    ))
})
