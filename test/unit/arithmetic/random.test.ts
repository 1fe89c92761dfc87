import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom, hashWords } from '../../../src/arithmetic'

/** Uniforms as a second implementation of xoroshiro128+ (in Python, on 64-bit integers) gives them. */
const KNOWN = {
  uniform: [0.6397018674543619, 0.01184073737200031, 0.09726579287232384],
  normal: [-1.0868659207780542, -0.6837452298473681, -0.46063455533283504],
  integer: [6, 0, 2, 7, 0, 0]
}

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Σ (n - expected)² / expected over the counts of 0 … bins - 1. */
function chiSquare(values: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) counts[value]!++
  const expected = values.length / bins
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

describe('createRandom(seed)', () => {
  it('gives the numbers that it has always given', () => {
    const random = createRandom(42)
    assert.deepEqual(
      draw(3, () => random.uniform()),
      KNOWN.uniform
    )
    assert.deepEqual(
      draw(3, () => random.normal()),
      KNOWN.normal
    )
    assert.deepEqual(
      draw(6, () => random.integer(10)),
      KNOWN.integer
    )
  })

  it('gives other numbers for other seeds, also for neighbours, negative and broken ones', () => {
    const first = [0, 1, 2, -1, 0.5, 2 ** 40, 2 ** 40 + 1].map(seed => createRandom(seed).uniform())
    assert.equal(new Set(first).size, first.length)
    const neighbours = Array.from({ length: 4000 }, (_, seed) => createRandom(seed).uniform())
    assert.ok(Math.abs(mean(neighbours) - 0.5) < 0.02)
    assert.ok(
      chiSquare(
        neighbours.map(value => Math.floor(value * 64)),
        64
      ) < 110
    )
  })

  it('uniform() is in [0, 1) and evenly spread, in its high bits and its low ones', () => {
    const random = createRandom(7)
    const values = draw(100_000, () => random.uniform())
    assert.ok(values.every(value => value >= 0 && value < 1))
    assert.ok(
      chiSquare(
        values.map(value => Math.floor(value * 256)),
        256
      ) < 340
    )
    assert.ok(
      chiSquare(
        values.map(value => (value * 2 ** 53) % 256),
        256
      ) < 340
    )
  })

  it('integer(bound) is evenly spread and hits every number below the bound', () => {
    const random = createRandom(8)
    for (const bound of [1, 2, 3, 7, 100]) {
      const values = draw(50_000, () => random.integer(bound))
      assert.ok(chiSquare(values, bound) < bound + 5 * Math.sqrt(2 * bound) + 5, `bound ${bound}`)
    }
    assert.ok(draw(1000, () => random.integer(2 ** 32)).some(value => value > 2 ** 31))
  })

  it('normal() has the moments of the standard normal distribution', () => {
    const random = createRandom(9)
    const values = draw(200_000, () => random.normal())
    assert.ok(Math.abs(mean(values)) < 0.01)
    assert.ok(Math.abs(mean(values.map(value => value ** 2)) - 1) < 0.02)
    assert.ok(Math.abs(mean(values.map(value => value ** 3))) < 0.05)
    assert.ok(Math.abs(mean(values.map(value => value ** 4)) - 3) < 0.1)
  })

  it('shuffle(values) keeps the values and brings each to every place equally often', () => {
    const random = createRandom(10)
    const places: number[] = []
    for (let i = 0; i < 20_000; i++) {
      const values = Int32Array.of(0, 1, 2, 3, 4)
      random.shuffle(values)
      assert.equal(
        values.reduce((sum, value) => sum + value),
        10
      )
      places.push(values.indexOf(0))
    }
    assert.ok(chiSquare(places, 5) < 25)
  })

  it('stream(name) depends on seed and name, not on what was drawn', () => {
    const [fresh, used] = [createRandom(3), createRandom(3)]
    draw(100, () => used.normal())
    assert.equal(fresh.stream('a').uniform(), used.stream('a').uniform())
    assert.equal(fresh.stream('a').stream('b').uniform(), used.stream('a').stream('b').uniform())
    const others = [
      fresh,
      fresh.stream('a'),
      fresh.stream('b'),
      fresh.stream('a').stream('a'),
      createRandom(4).stream('a')
    ]
    assert.equal(new Set(others.map(random => random.uniform())).size, others.length)
  })

  it('streams are not correlated', () => {
    const [a, b] = [createRandom(3).stream('a'), createRandom(3).stream('b')]
    const products = draw(100_000, () => a.normal() * b.normal())
    assert.ok(Math.abs(mean(products)) < 0.015)
  })
})

describe('hashWords(words, seed)', () => {
  it('is MurmurHash3 for 32 bits', () => {
    assert.equal(hashWords(new Uint32Array(0), 1), 0x514e28b7)
    assert.equal(hashWords(Uint32Array.of(0x87654321), 0), 0xf55b516b)
    assert.equal(hashWords(Uint32Array.of(0xffffffff), 0), 0x76293b50)
  })
})
