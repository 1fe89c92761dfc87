import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom } from '../../../src/engine'
import { FIRST_FREE } from '../../../src/engine/wasm/float32Backend'
import { instantiate } from '../../../src/engine/wasm/kernels'

const memory = new WebAssembly.Memory({ initial: 16, maximum: 16, shared: true })
const kernels = instantiate(memory)
const floats = new Float32Array(memory.buffer)
const random = createRandom(1).stream('product')

/** A panel matrix [outer/8][rows][8] from a byte address on; rows in fours. */
const matrix = (address: number, rows: number) => ({
  address,
  panel: Math.ceil(rows / 4) * 4 * 32,
  place(outer: number, row: number) {
    return (address + (outer >> 3) * this.panel) / 4 + row * 8 + (outer & 7)
  }
})

function check(rows: number, inner: number, columns: number, biased: boolean): void {
  const left = matrix(65536, inner + 1)
  const right = matrix(262144, inner)
  const out = matrix(524288, rows)
  floats.fill(0, 16384)
  for (let k = 0; k <= inner; k++) {
    for (let i = 0; i < rows; i++) floats[left.place(i, k)] = random.normal()
    if (k < inner) for (let j = 0; j < columns; j++) floats[right.place(j, k)] = random.normal()
  }
  const product = biased ? kernels.productWithBias : kernels.product
  product(left.address, left.panel, right.address, right.panel, out.address, out.panel, rows, inner, columns)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = biased ? floats[left.place(i, inner)]! : 0
      for (let k = 0; k < inner; k++) {
        sum = Math.fround(sum + Math.fround(floats[left.place(i, k)]! * floats[right.place(j, k)]!))
      }
      assert.equal(floats[out.place(j, i)], sum, `${rows} × ${inner} × ${columns}, entry ${i}, ${j}`)
    }
  }
}

describe('the kernels’ product', () => {
  it('has the bits of a float32 sum in ascending order of the inner index, for any shape', () => {
    for (const rows of [1, 2, 4, 5, 8, 13, 20]) {
      for (const inner of [1, 2, 3, 7, 16, 33]) {
        for (const columns of [1, 3, 4, 5, 8, 11, 17]) check(rows, inner, columns, false)
      }
    }
  })

  it('starts from the bias where it is asked to', () => {
    for (const [rows, inner, columns] of [
      [1, 1, 1],
      [5, 2, 9],
      [8, 16, 8],
      [13, 5, 12]
    ] as const) {
      check(rows, inner, columns, true)
    }
  })

  it('keeps its own data below what is laid out', () => assert.ok(kernels.firstFree() <= FIRST_FREE))
})
