import assert from 'node:assert/strict'
import {
  colorScale,
  STEPS,
  colorIndex,
  linearPosition,
  position,
  sharedScale,
  ticks,
  type LogScale
} from '../../../renderers/run/numbers/colorScale'
import type { FigureQuantity } from '../../../renderers/run/numbers/quantities'
import { palette } from '../../../renderers/run/paint/palette'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import { caption } from '../../../renderers/run/words/caption'
import { scaled, type RunRecord } from '../../../src/record'
import { abyss, exploding, healthy, recordOf, tenTo, vanishing, type Story } from './records'

const story = (delta: (layer: number) => ReturnType<typeof scaled>, more: Partial<Story> = {}) =>
  recordOf({
    hidden: [4, 4],
    activation: 'tanh',
    epochs: 2,
    quantities: { delta_rms: (_, layer) => delta(layer) },
    ...more
  })

/** The scale of a magnitude. */
const logScale = (record: RunRecord, name: FigureQuantity): LogScale => colorScale(record, name) as LogScale

describe('colorScale(record, quantity)', () => {
  it('calls the output layer’s power of ten healthy', () =>
    assert.deepEqual(colorScale(vanishing(), 'delta_rms'), { kind: 'log', middle: 0, reach: 12, source: 'output' }))

  it('shows six decades where init has no more', () => assert.equal(logScale(healthy(), 'delta_rms').reach, 6))

  it('is fixed by the first column: later epochs do not change what a colour means', () =>
    assert.deepEqual(colorScale(vanishing(20, 30, 1), 'delta_rms'), colorScale(vanishing(20, 30), 'delta_rms')))

  it('does not go beyond twelve decades', () => assert.equal(logScale(abyss(20, 2), 'delta_rms').reach, 12))

  it('calls no output of 1e36 healthy', () =>
    assert.equal(
      logScale(
        story(() => tenTo(36)),
        'delta_rms'
      ).middle,
      3
    ))

  it('has a middle even if nothing is finite', () => {
    assert.equal(
      logScale(
        story(() => scaled(NaN)),
        'delta_rms'
      ).middle,
      0
    )
    assert.equal(logScale(vanishing(20, 30, 0), 'delta_rms').middle, 0)
  })

  it('takes the median where the output layer’s number is not finite', () => {
    const record = story(layer => (layer === 2 ? scaled(Infinity) : tenTo(-2)))
    assert.deepEqual(colorScale(record, 'delta_rms'), { kind: 'log', middle: -2, reach: 6, source: 'median' })
  })

  it('measures update ratios against a thousandth', () =>
    assert.equal(logScale(vanishing(), 'update_ratio').middle, -3))

  it('has whole powers of ten as ticks', () => {
    for (const record of [vanishing(), healthy(), exploding()])
      for (const tick of ticks(colorScale(record, 'delta_rms'))) assert.ok(Number.isInteger(tick))
    assert.deepEqual(ticks({ kind: 'log', middle: 0, reach: 12, source: 'output' }), [-12, -8, -4, 0, 4, 8, 12])
  })

  it('is told in the legend', () =>
    assert.equal(
      caption(colorScale(vanishing(), 'delta_rms'), 'delta_rms'),
      'Colour: delta on a log scale. Healthy is about 10⁰, the output layer’s magnitude at init.'
    ))
})

describe('sharedScale(records, quantity)', () => {
  it('is the scale of a run that is alone', () =>
    assert.deepEqual(sharedScale([vanishing()], 'delta_rms'), colorScale(vanishing(), 'delta_rms')))

  it('reaches as far as the run that needs most, whatever the order', () => {
    const runs = [healthy(), vanishing()]
    assert.deepEqual(sharedScale(runs, 'delta_rms'), { kind: 'log', middle: 0, reach: 12, source: 'output' })
    assert.deepEqual(sharedScale(runs, 'delta_rms'), sharedScale([...runs].reverse(), 'delta_rms'))
  })
})

describe('scales of linear quantities', () => {
  const means = (largest: number) =>
    recordOf({
      hidden: [4, 4],
      activation: 'relu',
      epochs: 2,
      quantities: { activation_mean: (epoch, layer) => scaled(epoch === 1 && layer === 1 ? -largest : 0.1) }
    })

  it('reach as far on both sides of zero, in steps of 1, 2 and 5', () => {
    assert.deepEqual(colorScale(means(0.3), 'activation_mean'), { kind: 'signed', reach: 1 })
    assert.deepEqual(colorScale(means(3.7), 'activation_mean'), { kind: 'signed', reach: 5 })
    assert.deepEqual(colorScale(means(180), 'activation_mean'), { kind: 'signed', reach: 200 })
  })

  it('show fractions from none to all', () => {
    assert.deepEqual(colorScale(healthy(), 'dead_fraction'), { kind: 'fraction' })
    assert.deepEqual(
      [0, 0.5, 1].map(value => linearPosition({ kind: 'fraction' }, value)),
      [-1, 0, 1]
    )
    assert.deepEqual(
      [-9, -1, 0, 2].map(value => linearPosition({ kind: 'signed', reach: 2 }, value)),
      [-1, -0.5, 0, 1]
    )
  })
})

describe('position(scale, log)', () => {
  const scale = { middle: 0, reach: 12 } as const
  it('is 0 in the middle and -1 and 1 from the ends on', () =>
    assert.deepEqual(
      [0, -6, -12, -400, 12, 400].map(log => position(scale, log)),
      [0, -0.5, -1, -1, 1, 1]
    ))
})

/** What an eye without one kind of cone sees (Viénot, Brettel & Mollon 1999), in linear light. */
const BLINDNESS = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1]
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1]
  ]
} as const
const seenBy = (matrix: readonly (readonly number[])[], color: readonly number[]): number[] => {
  const linear = color.map(part => (part / 255) ** 2.2)
  const seen = matrix.map(row => row.reduce((sum, factor, i) => sum + factor * linear[i]!, 0))
  return seen.map(part => 255 * Math.max(0, part) ** (1 / 2.2))
}

describe('palette(kind)', () => {
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((part, i) => part - b[i]!))

  for (const kind of Object.keys(THEMES) as ThemeKind[]) {
    const { colors } = palette(kind)
    it(`has clearly different ends and middle in ${kind}`, () => {
      const [vanishing, healthy, exploding] = [-1, 0, 1].map(at => colors[colorIndex(at)]!)
      for (const [a, b] of [
        [vanishing, healthy],
        [healthy, exploding],
        [vanishing, exploding]
      ] as const)
        assert.ok(distance(a!, b!) > 100)
    })

    for (const [name, matrix] of Object.entries(BLINDNESS))
      it(`keeps vanishing, healthy and exploding apart for a ${name} eye in ${kind}`, () => {
        const [low, middle, high] = [-1, 0, 1].map(at => seenBy(matrix, colors[colorIndex(at)]!))
        for (const [a, b] of [
          [low, middle],
          [middle, high],
          [low, high]
        ] as const)
          assert.ok(distance(a!, b!) > 60, String(distance(a!, b!)))
      })

    it(`fades signed numbers and fractions out where there is nothing in ${kind}`, () => {
      const { signed, fraction } = palette(kind)
      assert.deepEqual([signed.length, fraction.length], [2 * STEPS + 1, 2 * STEPS + 1])
      assert.ok(distance(signed[0]!, signed.at(-1)!) > 100)
      assert.ok(distance(fraction[0]!, fraction.at(-1)!) > 100)
      assert.ok(distance(signed[STEPS]!, fraction[0]!) < 16)
    })

    it(`has no two neighbours far apart in ${kind}`, () => {
      assert.equal(colors.length, 2 * STEPS + 1)
      for (let i = 1; i < colors.length; i++) assert.ok(distance(colors[i]!, colors[i - 1]!) < 16)
    })

    it(`fades towards the background on the way to vanishing in ${kind}`, () => {
      const dark = kind === 'dark' || kind === 'hcDark'
      const luminance = ([r, g, b]: readonly number[]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      for (let i = 8; i <= STEPS; i += 8) {
        const towardsHealthy = luminance(colors[i]!) - luminance(colors[i - 8]!)
        assert.ok(dark ? towardsHealthy > 0 : towardsHealthy < 0)
      }
    })
  }
})
