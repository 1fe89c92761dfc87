import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { parseNotebook } from '../../../src/notebook'
import { parseSafetensors } from '../../../src/weights/safetensors'
import { cell, gradnb, notebook, TestFolder } from './gradnb'
import { startUnderWay } from './underWay'

const REMOVE_OUT_WHEN_TRAINING_BEGINS = `
  const threads = require('node:worker_threads')
  threads.Worker = class extends threads.Worker {
    constructor(...args) {
      super(...args)
      require('node:fs').rmSync(process.env.OUT, { recursive: true, force: true })
    }
  }`

describe('gradnb run --weights', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { file, write } = folder

  for (const [precision, size] of [
    ['float32', 4],
    ['float64', 8]
  ] as const)
    it(`writes the trained weights in ${precision}, which a cell can start from`, async () => {
      const net = `hidden_layers: [5]\nprecision: ${precision}\n`
      const tolerance = precision === 'float32' ? 1e-6 : 1e-12
      const yaml = await write('a.yaml', `${net}epochs: 3`)
      const trained = JSON.parse((await gradnb(['run', yaml, '--json', '--weights', file('w.safetensors')])).stdout)
      const bytes = await readFile(file('w.safetensors'))
      const tensors = parseSafetensors('w', bytes)
      assert.equal(bytes.length, 8 + Number(bytes.readBigUInt64LE()) + size * (5 * 3 + 2 * 6))
      assert.deepEqual([...tensors.keys()], ['0.weight', '0.bias', '2.weight', '2.bias'])
      assert.deepEqual(tensors.get('0.weight')!.shape, [5, 2])
      const next = await write('b.yaml', `${net}epochs: 0\nbatch_size: 1000\ninitializer: {safetensors: w.safetensors}`)
      const { test_loss, metrics } = JSON.parse((await gradnb(['run', next, '--json'])).stdout)
      assert.ok(Math.abs(test_loss[0] - trained.test_loss[3]) < tolerance)
      const norm = Math.sqrt(
        tensors
          .get('2.weight')!
          .read()
          .reduce((sum, w) => sum + w * w, 0)
      )
      assert.ok(Math.abs(metrics.weight_l2[0][1] - norm) < tolerance)
    })

  it('writes what batch normalization remembers, so that the test data find the same net', async () => {
    const net = 'hidden_layers: [5, 5]\nnormalization: batch\nresidual: true\n'
    const yaml = await write('a.yaml', `${net}epochs: 3`)
    const trained = JSON.parse((await gradnb(['run', yaml, '--json', '--weights', file('w.safetensors')])).stdout)
    const next = await write('b.yaml', `${net}epochs: 0\ninitializer: {safetensors: w.safetensors}`)
    const { test_loss } = JSON.parse((await gradnb(['run', next, '--json'])).stdout)
    assert.ok(Math.abs(test_loss[0] - trained.test_loss[3]) < 1e-6)
    assert.equal(
      parseSafetensors('w', await readFile(file('w.safetensors')))
        .get('1.num_batches_tracked')!
        .readCount(),
      39
    )
  })

  it('needs one cell, and a place to write to', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: 1'), cell('bbbb', 'epochs: 1')))
    const both = await gradnb(['run', path, '--weights', file('w')])
    assert.equal(both.status, 2)
    assert.match(both.stderr, /--weights takes the weights of one cell, but 2 would run; choose one with --cell/)
    assert.equal((await gradnb(['run', path, '--cell', '2', '--weights', file('w')])).status, 0)
    const nowhere = await gradnb(['run', path, '--cell', '1', '--weights', file('no/w')])
    assert.deepEqual([nowhere.status, nowhere.stdout], [2, ''])
    assert.match(nowhere.stderr, /w cannot be written: there is no such folder/)
    const over = await gradnb(['run', path, '--cell', '1', '--weights', path])
    assert.deepEqual([over.status, /--weights would write over/.test(over.stderr)], [2, true])
    assert.equal(parseNotebook(await readFile(path)).cells[0]!.outputs.length, 0)
  })

  it('writes the weights elsewhere when their folder has gone meanwhile', async () => {
    await mkdir(file('out'))
    const yaml = await write('a.yaml', 'epochs: 1')
    const hook = await write('hook.cjs', REMOVE_OUT_WHEN_TRAINING_BEGINS)
    const env = { TMPDIR: folder.path, TMP: folder.path, OUT: file('out'), NODE_OPTIONS: `--require ${hook}` }
    const { status, stderr } = await gradnb(['run', yaml, '--weights', file('out/w.safetensors')], { env })
    assert.equal(status, 2)
    const rescued = /the file of trained weights is in (.*)\n/.exec(stderr)?.[1]
    assert.ok(rescued, stderr)
    assert.equal(parseSafetensors('w', await readFile(rescued)).size, 6)
  })

  it('keeps what Ctrl-C left, and says when there is nothing', async () => {
    const endless = await write('a.yaml', 'epochs: 100000')
    const run = await startUnderWay(folder, ['run', endless, '--weights', file('w')])
    run.kill('SIGINT')
    assert.equal((await run.ended).status, 130)
    assert.equal(parseSafetensors('w', await readFile(file('w'))).size, 6)
    const broken = await write('b.yaml', 'initializer: {safetensors: a.yaml}')
    const { status, stderr } = await gradnb(['run', broken, '--weights', file('v')])
    assert.equal(status, 1)
    assert.match(
      stderr,
      /a.yaml is text, not a safetensors file.*\n.*v was not written: the run did not come to an end/
    )
  })
})
