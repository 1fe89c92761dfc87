import assert from 'node:assert/strict'
import { NothingToShare } from '../../../src/sharing'
import { recordOf, tenTo, vanishing } from '../renderer/records'
import { experiment, exported, prose, recordOutput, textOf } from './notebooks'

describe('a notebook as numbers', () => {
  const two = [
    prose('# A'),
    experiment('name: a', 'one', recordOutput({ ...vanishing(4, 9), name: '=cmd|x' })),
    experiment('name: b', 'two', recordOutput(vanishing(2, 3)))
  ]

  it('has a row of CSV for each cell, epoch and layer, with names that no spreadsheet takes for a formula', async () => {
    const [file, ...others] = await exported(two, { format: 'csv', file: 'x.csv' })
    const lines = textOf(file!).trimEnd().split('\r\n')
    assert.deepEqual([file!.path, others.length], ['x.csv', 0])
    assert.match(lines[0]!, /^cell,name,epoch,step,layer,inputs,outputs,activation,weight_gradient_l2,/)
    assert.match(lines[1]!, /^2,"'=cmd\|x",0,,hidden 1,2,32,sigmoid,/)
    assert.equal(lines.length, 1 + 10 * 5 + 4 * 3)
    assert.match(lines.at(-1)!, /^3,\w[^,]*,3,,output,/)
  })

  it('has everything that was recorded as JSON, also what float64 cannot hold', async () => {
    const record = recordOf({
      ...{ hidden: [2], activation: 'tanh', epochs: 1 },
      quantities: { delta_rms: (_, layer) => tenTo(-400 - layer) }
    })
    const [file] = await exported([experiment('epochs: 1', 'one', recordOutput(record))], {
      format: 'json',
      file: 'x.json'
    })
    const { cells } = JSON.parse(textOf(file!))
    assert.equal(cells.length, 1)
    assert.deepEqual([cells[0].cell, cells[0].source, cells[0].engine], [1, 'epochs: 1', '1'])
    assert.match(cells[0].metrics.delta_rms[0][1], /^1(\.0*\d)?e-401$|^9\.9+\d*e-402$/)
    for (const key of ['steps', 'distributions', 'outcomes', 'frames', 'baseline', 'findings'])
      assert.ok(key in cells[0], key)
  })

  it('says that a notebook without runs has no numbers', async () => {
    for (const format of ['csv', 'json'] as const)
      await assert.rejects(exported([experiment('epochs: 1', 'one')], { format, file: 'x' }), NothingToShare)
  })
})
