import assert from 'node:assert/strict'
import { DEFAULT_LIMITS } from '../../../src/experiment'
import { filesBlock } from '../../../src/sharing/html/filesBlock'

const read = (block: Uint8Array) => JSON.parse(new TextDecoder().decode(block))

describe('the data that a page takes along', () => {
  it('stand in it once, and those that could not be read by their reason', () => {
    const [a, b] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])]
    const block = read(
      filesBlock({ 0: { 'iris.csv': b }, 2: { 'a.csv': a, 'b.csv': b }, 3: 'c.csv cannot be read' }, DEFAULT_LIMITS)
    )
    assert.deepEqual(block, {
      contents: ['BA==', 'AQID'],
      cells: { 0: { 'iris.csv': 0 }, 2: { 'a.csv': 1, 'b.csv': 0 } },
      missing: { 3: 'c.csv cannot be read' },
      limits: DEFAULT_LIMITS
    })
  })

  it('are no more than a page takes along: a cell that reads more says so, and others are served', () => {
    const [large, small] = [new Uint8Array(9).fill(1), new Uint8Array(2)]
    const block = read(filesBlock({ 1: { 'a.csv': large, 'b.csv': small }, 2: { 'b.csv': small }, 3: { 'c.csv': large } }, DEFAULT_LIMITS, 10)) // prettier-ignore
    assert.deepEqual(block.cells, { 2: { 'b.csv': 0 } })
    assert.deepEqual(Object.keys(block.missing), ['1', '3'])
    assert.match(block.missing[1], /^what it reads is too much for a page, which takes \d+ MB of data along$/)
  })
})
