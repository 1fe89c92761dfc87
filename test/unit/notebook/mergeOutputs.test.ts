import assert from 'node:assert/strict'
import { mergeOutputs, output, type Cell, type Notebook, type Output } from '../../../src/notebook'

const text = (data: string): Output => output('text/plain', data)

const cell = (id: string, source: string, outputs: readonly Output[] = []): Cell => ({
  ...{ id, kind: 'experiment', source, outputs, extra: {} }
})

const notebook = (...cells: readonly Cell[]): Notebook => ({ metadata: { kept: true }, cells, extra: { more: 1 } })

const outputsOf = ({ cells }: Notebook) => cells.map(({ outputs }) => outputs.map(({ items }) => items[0]!.data))

describe('mergeOutputs(now, made)', () => {
  it('puts outputs into their cells, wherever these stand by now, and leaves all else as it is', () => {
    const now = notebook(cell('new', 'c: 3'), cell('b', 'b: 2', [text('of another run')]), cell('a', 'a: 1'))
    const merged = mergeOutputs(now, [{ id: 'a', source: 'a: 1', outputs: [text('ours')] }])
    assert.deepEqual(merged.unplaced, [])
    assert.deepEqual(outputsOf(merged.notebook), [[], ['of another run'], ['ours']])
    assert.deepEqual({ ...merged.notebook, cells: [] }, { ...now, cells: [] })
  })

  it('may empty a cell’s outputs', () => {
    const merged = mergeOutputs(notebook(cell('a', 'a: 1', [text('old')])), [{ id: 'a', source: 'a: 1', outputs: [] }])
    assert.deepEqual(outputsOf(merged.notebook), [[]])
  })

  it('tells what has no place: its cell was edited, removed or made text', () => {
    const made = ['edited', 'removed', 'text'].map(id => ({ id, source: `${id}: 1`, outputs: [text('ours')] }))
    const now = notebook(cell('edited', 'edited: 2', [text('old')]), { ...cell('text', 'text: 1'), kind: 'markdown' })
    const merged = mergeOutputs(now, made)
    assert.deepEqual(merged.unplaced, made)
    assert.deepEqual(merged.notebook, now)
  })

  it('finds a cell by its text where no cell has the id any more and only one has the text', () => {
    const made = [{ id: 'gone', source: 'a: 1', outputs: [text('ours')] }]
    assert.deepEqual(outputsOf(mergeOutputs(notebook(cell('x', 'b: 2'), cell('y', 'a: 1')), made).notebook), [
      [],
      ['ours']
    ])
    assert.deepEqual(mergeOutputs(notebook(cell('x', 'a: 1'), cell('y', 'a: 1')), made).unplaced, made)
  })

  it('changes nothing in the notebook it was given', () => {
    const now = notebook(cell('a', 'a: 1'))
    mergeOutputs(now, [{ id: 'a', source: 'a: 1', outputs: [text('ours')] }])
    assert.deepEqual(outputsOf(now), [[]])
  })
})
