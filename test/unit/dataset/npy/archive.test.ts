import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { LIMITS } from '../loadFrom'
import { npyFile } from '../npyFile'
import { zipFile } from '../zipFile'
import { read, reference, told, type Files } from './readNpy'

const LABELS = npyFile([2], [0, 0.5])

describe('arrays of an archive', () => {
  const archive = (name: string): Files => ({ 'data.npz': reference(name) })
  const NAMES = { npy: { inputs: 'data.npz/x', labels: 'data.npz/y' } }

  it('are named after the file, stored or deflated', () => {
    for (const name of ['stored.npz', 'packed.npz']) {
      const { count, width, inputs, classNames } = read(archive(name), NAMES)
      assert.deepEqual([count, width, classNames], [6, 4, ['0', '1', '2']])
      assert.deepEqual(
        [...inputs],
        Array.from({ length: 24 }, (_, i) => i)
      )
    }
    const back = { npy: { inputs: 'data.npz\\x', labels: 'data.npz\\y' } }
    assert.deepEqual(read(archive('stored.npz'), back), read(archive('stored.npz'), NAMES))
  })

  it('need no name where there is only one', () => {
    const files = { 'x.npz': reference('single.npz'), 'y.npy': npyFile([6], [0, 1, 2, 0, 1, 2]) }
    assert.equal(read(files, { npy: { inputs: 'x.npz', labels: 'y.npy' } }).width, 4)
  })

  it('are listed where the name is missing or wrong', () => {
    const with_ = (inputs: string) => told(archive('stored.npz'), { npy: { inputs, labels: 'data.npz/y' } })
    assert.equal(
      with_('data.npz'),
      'data.npz holds several arrays: x, y; write which one after its name, as in data.npz/x'
    )
    assert.equal(with_('data.npz/z'), 'data.npz has no array z; its arrays are x, y')
    const texts = { 'data.npz': zipFile([['a.txt', Uint8Array.of(1)]]) }
    assert.match(told(texts, NAMES), /^data\.npz is a ZIP archive, not a NumPy array: unpack it/)
    const single = { 'data.npz': npyFile([2], [1, 2]) }
    assert.match(told(single, NAMES), /^data\.npz is a single array, not an archive of several: name it alone/)
  })

  it('are verified', () => {
    for (const name of ['stored.npz', 'packed.npz']) {
      const whole = reference(name)
      for (let at = 0; at < whole.length; at++) {
        const bytes = Uint8Array.from(whole)
        bytes[at] = bytes[at]! ^ 0x10
        let found
        try {
          found = read({ 'data.npz': bytes }, NAMES)
        } catch (error) {
          assert.ok(error instanceof RangeError, `${name}, byte ${at}: ${error}`)
          continue
        }
        assert.deepEqual(found, read(archive(name), NAMES), `${name}, byte ${at}`)
      }
      for (let length = 4; length < whole.length; length += 7)
        assert.throws(
          () => read({ 'data.npz': whole.subarray(0, length) }, NAMES),
          /^RangeError: data\.npz is (cut off|a ZIP|damaged)/
        )
    }
  })

  it('unpack to no more than the limit', () => {
    const x = Uint8Array.from([...npyFile([2], [1, 2]), ...new Uint8Array(1_000_000)])
    const files = {
      'data.npz': zipFile(
        [
          ['x.npy', x],
          ['y.npy', LABELS]
        ],
        true
      )
    }
    assert.match(told(files, NAMES, { ...LIMITS, fileBytes: 1000 }), /^data\.npz\/x unpacks to more than 1,000 bytes/)
  })
})
