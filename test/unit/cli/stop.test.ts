import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { parseNotebook } from '../../../src/notebook'
import { parseRecord } from '../../../src/record'
import { cell, Gradnb, gradnb, notebook, TestFolder } from './gradnb'
import { startUnderWay, UNDER_WAY } from './underWay'

describe('gradnb run that ends early', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { write } = folder

  const outputsOf = async (path: string) => parseNotebook(await readFile(path)).cells.map(({ outputs }) => outputs)
  const recordsOf = async (path: string) =>
    (await outputsOf(path)).map(([first]) => first && parseRecord(first.items[0]!.data))
  const copyOfReport = async () => write('three.gradnb', await readFile('test/reports/rel-03-cli-pipe/three.gradnb'))

  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129]
  ] as const)
    it(`keeps what ${signal} left of its cells, and ends with ${expected}`, async () => {
      const endless = cell('bbbb', 'epochs: 100000')
      const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: 1'), endless, cell('cccc', 'epochs: 1')))
      const run = await startUnderWay(folder, ['run', path]) // in the second cell
      run.kill(signal)
      const { status, stderr } = await run.ended
      assert.deepEqual([status, stderr], [expected, UNDER_WAY])
      const [first, second, third] = await recordsOf(path)
      assert.equal(first?.events.stop?.reason, 'completed')
      assert.equal(second?.events.stop?.reason, 'cancelled')
      assert.ok(second.columns > 1)
      assert.equal(third, undefined)
    })

  it('has saved a cell before it tells of it', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: 1'), cell('bbbb', 'epochs: 100000')))
    const run = new Gradnb(['run', path])
    await run.told('loss')
    const [first, second] = await recordsOf(path)
    run.kill('SIGKILL')
    await run.ended
    assert.deepEqual([first?.columns, second], [2, undefined])
  })

  for (const flags of [[], ['--json']])
    it(`ends quietly when nobody reads its output ${flags.join()}`, async () => {
      const path = await copyOfReport()
      const run = new Gradnb(['run', ...flags, path])
      run.stopReading()
      const { status, stderr } = await run.ended
      assert.deepEqual([status, stderr], [141, ''])
      assert.deepEqual(
        (await outputsOf(path)).map(outputs => outputs.length),
        [1, 0, 0]
      )
    })

  if (existsSync('/dev/full'))
    it('says that its output takes no more, and keeps what is done', async () => {
      const path = await copyOfReport()
      const full = await open('/dev/full', 'w')
      const { status, stderr } = await gradnb(['run', path], { stdout: full.fd })
      await full.close()
      assert.equal(status, 1)
      assert.equal(stderr, 'gradnb: standard output cannot be written: the disk is full\n')
      assert.deepEqual(
        (await outputsOf(path)).map(outputs => outputs.length),
        [1, 0, 0]
      )
    })

  it('check ends quietly, too, when nobody reads', async () => {
    const check = new Gradnb(['check', await write('a.yaml', 'sed: 1\nepoch: 3')])
    check.stopReading()
    const { status, stderr } = await check.ended
    assert.deepEqual([status, stderr], [141, ''])
  })
})
