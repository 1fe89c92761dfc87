import assert from 'node:assert/strict'
import { scaled } from '../../../src/record'
import { colorScale, position, ticks } from '../../../renderers/run/colorScale'
import { caption } from '../../../renderers/run/legendPanel'
import { colorIndex, palette, STEPS } from '../../../renderers/run/palette'
import { THEMES, type ThemeKind } from '../../../renderers/run/theme'
import { abyss, exploding, healthy, recordOf, tenTo, vanishing, type Story } from './records'

const story = (delta: (layer: number) => ReturnType<typeof scaled>, more: Partial<Story> = {}) =>
  recordOf({
    hidden: [4, 4],
    activation: 'tanh',
    epochs: 2,
    quantities: { delta_rms: (_, layer) => delta(layer) },
    ...more
  })

describe('colorScale(record, quantity)', () => {
  it('calls the output layer’s power of ten healthy', () =>
    assert.deepEqual(colorScale(vanishing(), 'delta_rms'), { middle: 0, reach: 12, source: 'output' }))

  it('shows six decades where init has no more', () => assert.equal(colorScale(healthy(), 'delta_rms').reach, 6))

  it('is fixed by the first column: later epochs do not change what a colour means', () =>
    assert.deepEqual(colorScale(vanishing(20, 30, 1), 'delta_rms'), colorScale(vanishing(20, 30), 'delta_rms')))

  it('does not go beyond twelve decades', () => assert.equal(colorScale(abyss(20, 2), 'delta_rms').reach, 12))

  it('calls no output of 1e36 healthy', () =>
    assert.equal(
      colorScale(
        story(() => tenTo(36)),
        'delta_rms'
      ).middle,
      3
    ))

  it('has a middle even if nothing is finite', () => {
    assert.equal(
      colorScale(
        story(() => scaled(NaN)),
        'delta_rms'
      ).middle,
      0
    )
    assert.equal(colorScale(vanishing(20, 30, 0), 'delta_rms').middle, 0)
  })

  it('takes the median where the output layer’s number is not finite', () => {
    const record = story(layer => (layer === 2 ? scaled(Infinity) : tenTo(-2)))
    assert.deepEqual(colorScale(record, 'delta_rms'), { middle: -2, reach: 6, source: 'median' })
  })

  it('measures update ratios against a thousandth', () =>
    assert.equal(colorScale(vanishing(), 'update_ratio').middle, -3))

  it('has whole powers of ten as ticks', () => {
    for (const record of [vanishing(), healthy(), exploding()])
      for (const tick of ticks(colorScale(record, 'delta_rms'))) assert.ok(Number.isInteger(tick))
    assert.deepEqual(ticks({ middle: 0, reach: 12, source: 'output' }), [-12, -8, -4, 0, 4, 8, 12])
  })

  it('is told in the legend', () =>
    assert.equal(
      caption(colorScale(vanishing(), 'delta_rms'), 'delta_rms'),
      'Colour: delta on a log scale. Healthy is about 10⁰, the output layer’s magnitude at init.'
    ))
})

describe('position(scale, log)', () => {
  const scale = { middle: 0, reach: 12, source: 'output' } as const
  it('is 0 in the middle and -1 and 1 from the ends on', () =>
    assert.deepEqual(
      [0, -6, -12, -400, 12, 400].map(log => position(scale, log)),
      [0, -0.5, -1, -1, 1, 1]
    ))
})

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
        // prettier-ignore
        assert.ok(distance(a!, b!) > 100)
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
