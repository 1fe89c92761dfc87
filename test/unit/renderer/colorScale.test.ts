import assert from 'node:assert/strict'
import {
  STEPS,
  colorIndex,
  linearPosition,
  position,
  ticks,
  widest,
  type ColorScale,
  type LogScale
} from '../../../renderers/run/numbers/colorScale'
import { ABSENT_CELL, ZERO_CELL } from '../../../renderers/run/numbers/field'
import { heatNumbers } from '../../../renderers/run/numbers/heatNumbers'
import type { FigureQuantity } from '../../../renderers/run/numbers/quantities'
import { palette } from '../../../renderers/run/paint/palette'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import { caption } from '../../../renderers/run/words/caption'
import { at, log10, scaled, type RunRecord } from '../../../src/record'
import { some } from '../some'
import { abyss, healthy, recordOf, regression, upTo, vanishing, zeros } from './records'

/** The scale of a figure of its own. */
const scaleOf = (record: RunRecord, name: FigureQuantity, absolute = false): ColorScale =>
  heatNumbers(record, name, { absolute, reach: null }).scale

/** The scale of a magnitude. */
const logScale = (record: RunRecord, name: FigureQuantity, absolute = false): LogScale =>
  scaleOf(record, name, absolute) as LogScale

/** Where each hidden cell of a figure stands between the palette's ends, -1 … 1. */
function hiddenPositions(record: RunRecord): number[] {
  const { table, scale } = heatNumbers(record, 'delta_rms', { absolute: false, reach: null })
  const places = Array.from({ length: table.columns * table.layers }, (_, i) => i)
  return places
    .filter(i => i % table.layers < table.layers - 1)
    .map(i => position(scale as LogScale, log10({ mantissa: table.mantissa[i]!, exponent: table.exponent[i]! })))
}

describe('the colours of delta', () => {
  it('are ratios to the last hidden layer in the same epoch: its own are neutral, whatever the loss', () => {
    const record = vanishing()
    const { table } = heatNumbers(record, 'delta_rms', { absolute: false, reach: null })
    for (let column = 0; column < table.columns; column++) {
      const last = at(table, column, table.layers - 2)
      assert.deepEqual([last.mantissa, last.exponent], [1, 0])
    }
    assert.deepEqual([logScale(record, 'delta_rms').middle, logScale(record, 'delta_rms').source], [0, 'lastHidden'])
  })

  it('stay pale for a fit that gets better and better, though delta shrinks by a decade and more', () => {
    for (const record of [regression(), healthy()])
      for (const place of some(hiddenPositions(record))) assert.ok(Math.abs(place) <= 0.5, String(place))
  })

  it('say nothing of the output, whose step changes with its width', () => {
    const { field } = heatNumbers(vanishing(), 'delta_rms', { absolute: false, reach: null })
    const outputs = [...field.cells].filter((_, i) => i % field.layers === field.layers - 1)
    assert.ok(outputs.every(index => index === STEPS))
  })

  it('fill the vanishing half with what there is of vanishing', () => {
    const { low, high } = logScale(vanishing(), 'delta_rms')
    assert.deepEqual([low, high], [15, 3])
    assert.ok(Math.min(...hiddenPositions(vanishing())) < -0.9)
  })

  it('have no place where the last hidden layer got nothing; zeros stay zeros', () => {
    const { field } = heatNumbers(zeros(), 'delta_rms', { absolute: false, reach: null })
    assert.deepEqual([...field.cells.subarray(0, 5)], [ZERO_CELL, ZERO_CELL, ZERO_CELL, ZERO_CELL, ABSENT_CELL])
  })

  it('reach as far as another figure of the notebook needs', () => {
    const alone = logScale(healthy(), 'delta_rms')
    assert.deepEqual([alone.low, alone.high], [3, 3])
    const reach = widest([alone, logScale(vanishing(), 'delta_rms')])
    const shared = heatNumbers(healthy(), 'delta_rms', { absolute: false, reach }).scale as LogScale
    assert.deepEqual([shared.low, shared.high], [15, 3])
  })

  it('are sizes on demand, with the output layer’s own size at init as their middle, not rounded', () => {
    const { middle, source } = logScale(vanishing(), 'delta_rms', true)
    assert.equal(source, 'output')
    assert.ok(Math.abs(middle + 0.31) < 0.05)
    assert.ok(!Number.isInteger(middle))
  })

  it('grow with a run as they would be made anew', () => {
    const whole = vanishing(20, 30)
    const part = heatNumbers(upTo(whole, 9), 'delta_rms', { absolute: false, reach: null })
    const grown = heatNumbers(whole, 'delta_rms', { absolute: false, reach: null }, part)
    const fresh = heatNumbers(whole, 'delta_rms', { absolute: false, reach: null })
    assert.deepEqual(grown, fresh)
  })
})

describe('scales of magnitudes', () => {
  it('have a middle even if nothing is finite', () => {
    const broken = recordOf({
      hidden: [4, 4],
      activation: 'tanh',
      epochs: 2,
      quantities: { delta_rms: () => scaled(NaN) }
    })
    for (const absolute of [false, true]) assert.equal(logScale(broken, 'delta_rms', absolute).middle, 0)
    assert.equal(logScale(vanishing(20, 30, 0), 'delta_rms').middle, 0)
  })

  it('measure update ratios against a thousandth, and weights against themselves at init', () => {
    assert.equal(logScale(vanishing(), 'update_ratio').middle, -3)
    assert.equal(logScale(vanishing(), 'weight_l2').source, 'init')
  })

  it('have ticks from end to end, the middle among them, that ascend', () => {
    for (const scale of [
      logScale(vanishing(), 'delta_rms'),
      logScale(healthy(), 'delta_rms'),
      logScale(abyss(20, 2), 'delta_rms')
    ]) {
      const all = ticks(scale)
      const positions = all.map(tick => tick.position)
      assert.deepEqual([positions[0], positions.at(-1)], [-1, 1])
      assert.ok(positions.includes(0))
      assert.deepEqual(
        positions,
        [...positions].sort((a, b) => a - b)
      )
      assert.ok(all.length <= 11, String(all.length))
    }
  })

  it('are told in the legend, with what they are compared with and whose scale it is', () => {
    const scale = scaleOf(vanishing(), 'delta_rms')
    assert.equal(
      caption(scale, 'delta_rms', { measure: 'hidden 20', scaleOf: 'notebook' }),
      'Colour: delta as a multiple of that of hidden 20 in the same epoch; the output stands apart. Scale of this notebook.'
    )
    assert.match(
      caption(scaleOf(vanishing(), 'delta_rms', true), 'delta_rms', { measure: 'hidden 20', scaleOf: 'figure' }),
      /Scale of this figure alone\.$/
    )
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
    assert.deepEqual(scaleOf(means(0.3), 'activation_mean'), { kind: 'signed', reach: 1 })
    assert.deepEqual(scaleOf(means(3.7), 'activation_mean'), { kind: 'signed', reach: 5 })
    assert.deepEqual(scaleOf(means(180), 'activation_mean'), { kind: 'signed', reach: 200 })
  })

  it('show fractions from none to all', () => {
    assert.deepEqual(scaleOf(healthy(), 'dead_fraction'), { kind: 'fraction' })
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
  const scale = { middle: 0, low: 12, high: 6 } as const
  it('is 0 in the middle and -1 and 1 from the ends on', () =>
    assert.deepEqual(
      [0, -6, -12, -400, 3, 6, 400].map(log => position(scale, log)),
      [0, -0.5, -1, -1, 0.5, 1, 1]
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
