import assert from 'node:assert/strict'
import { ViewRows, commonStart } from '../../../renderers/run/view/viewRows'
import { viewOfData } from './drawing'

type Row = { readonly epoch: number; readonly loss: number | null }
const row = (epoch: number, loss: number | null = epoch): Row => ({ epoch, loss })

/** A view, and what it holds after each change. */
async function follow(first: readonly Row[] = []): Promise<(rows: readonly Row[]) => Promise<readonly Row[]>> {
  const known = new ViewRows()
  const view = await viewOfData(known.first({ curves: first }))
  await view.runAsync()
  return async rows => {
    known.change(view, { curves: rows })
    await view.runAsync()
    return view.data('curves') as readonly Row[]
  }
}

const plain = (rows: readonly Row[]) => rows.map(({ epoch, loss }) => ({ epoch, loss }))

describe('the rows of a view', () => {
  it('are those of the last change, whatever stood before: more, other or fewer', async () => {
    const change = await follow()
    const states = [[row(0)], [row(0), row(1), row(2)], [row(0), row(1, null), row(2)], [row(0)], [], [row(7), row(8)]]
    for (const rows of states) assert.deepEqual(plain(await change(rows)), rows)
  })

  it('stay where they are while they are the same, so that Vega works out only those that came', async () => {
    const change = await follow()
    const before = [...(await change([row(0), row(1)]))]
    const after = await change([row(0), row(1), row(2)])
    assert.equal(after[0], before[0])
    assert.equal(after[1], before[1])
    assert.equal(after.length, 3)
  })

  it('stay, too, where they were there from the start', async () => {
    const change = await follow([row(0), row(1)])
    assert.deepEqual(plain(await change([row(0), row(1), row(2)])), [row(0), row(1), row(2)])
    assert.deepEqual(plain(await change([row(0), row(9)])), [row(0), row(9)])
  })

  it('are left as their maker made them', async () => {
    const change = await follow()
    const given = Object.freeze(row(3))
    assert.notEqual((await change([given]))[0], given)
    assert.deepEqual(Object.getOwnPropertySymbols(given), [])
  })

  it('are compared by what they hold', () => {
    assert.equal(commonStart([row(0), row(1)], [row(0), row(1), row(2)]), 2)
    assert.equal(commonStart([row(0), row(1, NaN)], [row(0), row(1, NaN)]), 2)
    assert.equal(commonStart([row(0), row(1)], [row(0), row(1, null)]), 1)
    assert.equal(commonStart([{ epoch: 1 }], [{ epoch: 1, sign: '×' }]), 0)
  })
})
