import assert from 'node:assert/strict'
import { cellOf } from '../../../renderers/run/numbers/cell'
import { colorIndex } from '../../../renderers/run/numbers/colorScale'
import { ABOVE_FLOAT32, BELOW_FLOAT32, fieldOf, type Field } from '../../../renderers/run/numbers/field'
import { palette } from '../../../renderers/run/paint/palette'
import type { RasterSize } from '../../../renderers/run/paint/boxes'
import { raster, rasterFrom } from '../../../renderers/run/paint/raster'
import { scaled, type Scaled } from '../../../src/record'
import { recordOf, tenTo } from './records'

const PALETTE = palette('light')
const SCALE = { kind: 'log', middle: 0, low: 12, high: 12, source: 'output' } as const

/** columns × layers cells. */
function fieldFrom(columns: number, layers: number, delta: (column: number, layer: number) => Scaled): Field {
  const record = recordOf({
    hidden: Array<number>(layers - 1).fill(2),
    activation: 'tanh',
    epochs: columns - 1,
    quantities: { delta_rms: delta }
  })
  return fieldOf(record, { name: 'delta_rms', table: record.quantities.delta_rms, scale: SCALE })
}

/** A picture of columns × layers cells. */
function draw(
  columns: number,
  layers: number,
  size: Partial<RasterSize>,
  delta: (column: number, layer: number) => Scaled
) {
  const full = { width: columns * 10, height: layers * 10, density: 1, window: { from: 0, to: columns }, ...size }
  const picture = raster(fieldFrom(columns, layers, delta), PALETTE.colors, PALETTE, full)
  const pixel = (x: number, y: number) => [...picture.pixels.subarray((y * picture.width + x) * 4).subarray(0, 4)]
  return { picture, pixel }
}

const colorOf = (position: number) => [...PALETTE.colors[colorIndex(position)]!, 255]

describe('raster(field, ramp, palette, size)', () => {
  it('paints the first layer at the top and the first column at the left', () => {
    const { pixel } = draw(2, 2, {}, (column, layer) => tenTo(-12 + 6 * layer + 3 * column))
    assert.deepEqual([pixel(4, 4), pixel(4, 14)], [colorOf(-1), colorOf(-0.5)])
    assert.deepEqual(pixel(14, 4), colorOf(-0.75))
  })

  it('leaves epochs to come empty', () => {
    const { pixel } = draw(2, 1, { window: { from: 0, to: 4 }, width: 40 }, () => tenTo(0))
    assert.deepEqual([pixel(4, 4), pixel(24, 4), pixel(34, 4)], [colorOf(0), [0, 0, 0, 0], [0, 0, 0, 0]])
  })

  it('tells 1e-400 from zero', () => {
    const { pixel } = draw(2, 1, {}, column => (column === 0 ? tenTo(-400) : scaled(0)))
    assert.deepEqual(pixel(0, 0), colorOf(-1))
    const marked = Array.from({ length: 100 }, (_, i) => pixel(10 + (i % 10), Math.floor(i / 10)))
    assert.ok(
      marked.some(([red]) => red! < 150),
      'a ring'
    )
  })

  it('marks what is not finite by a sign, not by colour alone', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      const { pixel } = draw(1, 1, {}, () => scaled(value))
      assert.deepEqual(pixel(0, 4), [...PALETTE.nonfinite, 255])
      assert.ok(pixel(4, 4)[0]! < 80)
    }
  })

  it('hatches cells that are too small for signs', () => {
    const { picture, pixel } = draw(20, 4, { width: 60, height: 12 }, () => scaled(NaN))
    const dark = Array.from({ length: picture.width }, (_, x) => pixel(x, 5)[0]! < 80).filter(Boolean).length
    assert.ok(dark > 8 && dark < 30)
  })

  it('paints what does not apply neutral', () => {
    const { pixel } = draw(1, 1, {}, () => ({ mantissa: NaN, exponent: -0x80000000 }))
    assert.deepEqual(pixel(4, 4), [...PALETTE.absent, 255])
  })

  it('never loses a NaN among cells smaller than pixels', () => {
    const { picture, pixel } = draw(1000, 3, { width: 100, height: 30 }, (column, layer) =>
      column === 501 && layer === 1 ? scaled(NaN) : tenTo(0)
    )
    const column = Array.from({ length: picture.height }, (_, y) => pixel(50, y))
    assert.ok(column.some(([red, green]) => red === green))
  })

  it('shows maximum above minimum where a pixel stands for several epochs, so that a spike either way stays', () => {
    for (const [power, half] of [
      [9, 2],
      [-9, 7]
    ] as const) {
      const { pixel } = draw(1000, 1, { width: 100, height: 10 }, column => tenTo(column === 345 ? power : 0))
      assert.deepEqual(pixel(34, half), colorOf(power / 12))
      assert.deepEqual(pixel(34, 9 - half), colorOf(0))
      assert.deepEqual([pixel(35, 2), pixel(35, 7)], [colorOf(0), colorOf(0)])
    }
  })

  it('shows the part of the epochs that is in view', () => {
    const size = { window: { from: 2.5, to: 4.5 }, width: 40, height: 10 }
    const { pixel } = draw(10, 1, size, column => tenTo(-column))
    assert.deepEqual(
      [pixel(3, 4), pixel(15, 4), pixel(35, 4)],
      [2, 3, 4].map(power => colorOf(-power / 12))
    )
  })

  it('marks what float32 would have lost', () => {
    const { pixel } = draw(3, 1, {}, column => tenTo([-44, -46, 39][column]!))
    const marked = (from: number) =>
      Array.from({ length: 81 }, (_, i) => pixel(from + (i % 9), Math.floor(i / 9))).filter(
        color => String(color) !== String(pixel(from, 0))
      ).length
    assert.equal(marked(0), 0)
    assert.ok(marked(10) > 5 && marked(20) > 5)
  })

  it('believes a record that tells in how many steps float32 lost a gradient', () => {
    const record = recordOf({
      hidden: [2],
      activation: 'tanh',
      epochs: 0,
      quantities: {
        delta_rms: () => tenTo(-44),
        underflow_fraction: (_, layer) => scaled(layer === 0 ? 0.5 : 0),
        overflow_fraction: (_, layer) => scaled(layer === 1 ? 0.1 : 0)
      }
    })
    const { lost } = fieldOf(record, { name: 'delta_rms', table: record.quantities.delta_rms, scale: SCALE })
    assert.deepEqual([...lost], [BELOW_FLOAT32, ABOVE_FLOAT32])
  })

  it('paints later columns alone as it paints them with all others', () => {
    for (const [columns, width] of [
      [20, 200],
      [1000, 130]
    ] as const) {
      const record = recordOf({
        hidden: [2, 2],
        activation: 'tanh',
        epochs: columns - 1,
        quantities: { delta_rms: (column, layer) => tenTo(-((column * 7) % 11) - layer) }
      })
      const field = fieldOf(record, { name: 'delta_rms', table: record.quantities.delta_rms, scale: SCALE })
      const size = { width, height: 30, density: 1, window: { from: 0, to: columns } }
      const whole = raster(field, PALETTE.colors, PALETTE, size)
      const { left, picture } = rasterFrom(Math.floor(columns * 0.7), field, PALETTE.colors, PALETTE, size)!
      assert.ok(left > width / 2 && left + picture.width === width)
      for (let y = 0; y < 30; y++)
        assert.deepEqual(
          [...picture.words.subarray(y * picture.width, (y + 1) * picture.width)],
          [...whole.words.subarray(y * width + left, (y + 1) * width)]
        )
    }
  })

  it('multiplies by the density of the screen', () => {
    const { picture } = draw(3, 2, { density: 2.5 }, () => tenTo(0))
    assert.deepEqual([picture.width, picture.height], [75, 50])
  })

  it('reads each cell of 100 layers × 1000 epochs once', () => {
    const field = fieldFrom(1001, 100, (column, layer) => tenTo(-layer - column / 100))
    let reads = 0
    const cells = new Proxy(field.cells, { get: (all, key) => (reads++, Reflect.get(all, key)) as unknown })
    const size = { width: 1200, height: 440, density: 1, window: { from: 0, to: 1001 } }
    raster({ ...field, cells }, PALETTE.colors, PALETTE, size)
    assert.equal(reads, 1001 * 100)
  })
})

describe('cellOf(number)', () => {
  it('keeps zero, non-finite, absent and finite apart', () => {
    const kinds = [scaled(0), scaled(-0), scaled(NaN), scaled(-Infinity), { mantissa: NaN, exponent: -0x80000000 }]
    assert.deepEqual(
      kinds.map(number => cellOf(number).kind),
      ['zero', 'zero', 'nonfinite', 'nonfinite', 'absent']
    )
    const cell = cellOf(tenTo(-400))
    assert.ok(cell.kind === 'finite' && Math.abs(cell.log + 400) < 1e-9)
  })
})
