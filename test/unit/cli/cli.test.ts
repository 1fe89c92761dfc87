import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { formatNotebook, parseNotebook, type Cell } from '../../../src/notebook'
import { parseRecord, RECORD_MIME } from '../../../src/record'
import { parseSafetensors } from '../../../src/weights/safetensors'
import { idxFile } from '../dataset/idxFile'
import { gradnb } from './gradnb'

const cell = (id: string, source: string, kind: Cell['kind'] = 'experiment'): Cell => ({
  id,
  kind,
  source,
  outputs: [],
  extra: {}
})

describe('gradnb', () => {
  let folder: string
  const file = (name: string) => path.join(folder, name)
  const write = async (name: string, text: string | Uint8Array) => (await writeFile(file(name), text), file(name))
  const notebook = (...cells: Cell[]) => formatNotebook({ metadata: {}, cells, extra: { mine: 1 } })

  beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-cli-'))))
  afterEach(() => rm(folder, { recursive: true }))

  it('run prints a heatmap whose first layer is darker than its last', async () => {
    const yaml = await write('deep.yaml', 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 2')
    const { status, stdout } = await gradnb(['run', yaml])
    assert.equal(status, 0)
    const row = (name: string) => stdout.split('\n').find(line => line.startsWith(name))!
    assert.match(row('hidden 1  2→64'), / \.\.\. /)
    assert.match(row('output  64→2'), / ███ /)
  })

  it('run --json tells how delta falls toward the input by 0.236 a layer', async () => {
    const yaml = await write('deep.yaml', 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 1')
    const { stdout } = await gradnb(['run', '--json', yaml])
    const lines = stdout.trimEnd().split('\n')
    assert.equal(lines.length, 1)
    const { metrics, epochs, layers } = JSON.parse(lines[0]!)
    assert.deepEqual(epochs, [0, 1])
    assert.deepEqual(layers[0], { name: 'hidden 1', inputs: 2, outputs: 64 })
    const delta = metrics.delta_rms[0] as number[]
    const ratio = (delta[0]! / delta[9]!) ** (1 / 9)
    assert.ok(Math.abs(ratio - 0.236) < 0.02, String(ratio))
    assert.equal(metrics.dead_fraction[0][0], null)
  })

  it('run writes outputs back and keeps what it does not know', async () => {
    const path = await write(
      'n.gradnb',
      notebook(cell('aaaa', '# hi', 'markdown'), cell('bbbb', 'epochs: 2'), cell('cccc', 'epochs: 1\nname: last'))
    )
    assert.equal((await gradnb(['run', path])).status, 0)
    const read = parseNotebook(await readFile(path))
    assert.deepEqual(read.extra, { mine: 1 })
    const records = read.cells
      .map(({ outputs }) => outputs[0]?.items[0])
      .map(item => item && parseRecord(item.data).columns)
    assert.deepEqual(records, [undefined, 3, 2])
    assert.equal(read.cells[1]!.outputs[0]!.items[0]!.mime, RECORD_MIME)
    const first = await readFile(path)
    await gradnb(['run', path])
    assert.ok(first.equals(await readFile(path)), 'a second run gave other bytes')
  })

  it('run leaves the file alone with --no-save, and runs one cell with --cell', async () => {
    const path = await write(
      'n.gradnb',
      notebook(cell('bbbb', 'epochs: 1\nname: one'), cell('cccc', 'epochs: 2\nname: two'))
    )
    const before = await readFile(path)
    const { stdout } = await gradnb(['run', path, '--no-save', '--cell', 'two', '--json'])
    assert.equal(JSON.parse(stdout).name, 'two')
    assert.equal(JSON.parse((await gradnb(['run', path, '--no-save', '--cell', '1', '--json'])).stdout).name, 'one')
    assert.ok(before.equals(await readFile(path)))
    assert.equal((await gradnb(['run', path, '--cell', 'three'])).status, 2)
  })

  it('run goes on after a cell with problems and ends with status 1', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'activation: sigmod'), cell('bbbb', 'epochs: 1')))
    const { status, stdout, stderr } = await gradnb(['run', path, '--json'])
    assert.equal(status, 1)
    assert.equal(stdout.trimEnd().split('\n').length, 1)
    assert.equal(stderr, `${path}:1:1:13 unknown-name unknown activation "sigmod"; did you mean "sigmoid"?\n`)
    const outputs = parseNotebook(await readFile(path)).cells.map(({ outputs }) => outputs[0]!.items[0]!)
    assert.match((outputs[0]!.data as { message: string }).message, /line 1, column 13: unknown activation/)
    assert.equal(outputs[1]!.mime, RECORD_MIME)
  })

  describe('files of a cell', () => {
    const CSV = 'a,b,y\n1,2,u\n2,1,v\n3,4,u\n4,3,v\n5,6,u\n6,5,v\n'
    const cellOf = (path: string) => `dataset: {csv: ${path}, target: y}\nepochs: 1`
    const yamlOf = (path: string) => write('a.yaml', cellOf(path))

    it('run reads a CSV relative to the notebook, wherever it is started', async () => {
      await mkdir(file('data'))
      await write('data/y.csv', CSV)
      const path = await write('n.gradnb', notebook(cell('aaaa', cellOf('data/y.csv'))))
      const { status, stdout, stderr } = await gradnb(['run', path, '--json'])
      assert.deepEqual([status, stderr], [0, ''])
      const { data, experiment } = JSON.parse(stdout)
      assert.deepEqual([data.name, data.classes, data.trainSamples], ['y.csv', ['u', 'v'], 5])
      assert.equal(experiment.dataset.task, 'classification')
    })

    it('run reads IDX files, packed or not', async () => {
      await write('images', gzipSync(idxFile([6, 2, 2])))
      await write('labels', idxFile([6], [0, 1, 0, 1, 0, 1]))
      const yaml = await write('a.yaml', 'dataset: {idx: {images: images, labels: labels}}\nepochs: 1')
      const { data } = JSON.parse((await gradnb(['run', '--json', yaml])).stdout)
      assert.deepEqual([data.name, data.inputs, data.classes], ['images', 4, ['0', '1']])
    })

    it('run names a file that is missing, damaged or a folder, goes on, and ends with status 1', async () => {
      await write('half.csv', 'a,y\n1,u\n,v\n')
      await mkdir(file('folder.csv'))
      const sources = ['no.csv', 'half.csv', 'folder.csv'].map(cellOf)
      const path = await write(
        'n.gradnb',
        notebook(...sources.map((source, i) => cell(`cell${i}`, source)), cell('last', 'epochs: 1'))
      )
      const { status, stdout, stderr } = await gradnb(['run', path, '--json'])
      assert.equal(status, 1)
      assert.equal(stdout.trimEnd().split('\n').length, 1)
      const sentences = [
        `no.csv cannot be read from ${folder}: there is no such file`,
        'half.csv, line 3, column 1 (a): the value is missing',
        'folder.csv is no file'
      ]
      assert.equal(stderr, sentences.map((sentence, i) => `gradnb: ${path}: cell ${i + 1}: ${sentence}\n`).join(''))
      const shown = parseNotebook(await readFile(path))
        .cells.slice(0, 3)
        .map(({ outputs }) => outputs[0]!.items[0]!.data)
      assert.deepEqual(
        shown.map(data => (data as { message: string }).message),
        sentences
      )
    })

    it('run leaves the folder only with --allow-outside', async () => {
      const outside = await mkdtemp(path.join(os.tmpdir(), 'gradnb-outside-'))
      try {
        const csv = path.join(outside, 'y.csv')
        await writeFile(csv, CSV)
        await symlink(csv, file('link.csv'))
        await symlink(outside, file('linked'))
        await write('y.csv', CSV)
        await symlink(file('y.csv'), file('inner.csv'))
        assert.equal((await gradnb(['run', await yamlOf('inner.csv')])).status, 0)
        const ways: [string, RegExp][] = [
          [csv, /lies outside the notebook's folder.*--allow-outside/],
          [path.relative(folder, csv), /lies outside/],
          ['link.csv', /is a link that leads out of the notebook's folder/],
          ['linked/y.csv', /is a link that leads out/]
        ]
        for (const [way, sentence] of ways) {
          const { status, stderr } = await gradnb(['run', await yamlOf(way)])
          assert.equal(status, 1)
          assert.match(stderr, sentence)
          assert.equal((await gradnb(['run', '--allow-outside', await yamlOf(way)])).status, 0)
        }
      } finally {
        await rm(outside, { recursive: true })
      }
    })

    it('run looks at the size of a file before reading it', async () => {
      await truncate(await write('big.csv', ''), 200_000_001)
      const { status, stderr } = await gradnb(['run', await yamlOf('big.csv')])
      assert.equal(status, 1)
      assert.match(stderr, /big.csv has 200,000,001 bytes, above the limit of 200,000,000/)
    })
  })

  it('run --weights writes the trained weights, which a cell can start from', async () => {
    const net = 'hidden_layers: [5]\nprecision: float64\n'
    const yaml = await write('a.yaml', `${net}epochs: 3`)
    const trained = JSON.parse((await gradnb(['run', yaml, '--json', '--weights', file('w.safetensors')])).stdout)
    const tensors = parseSafetensors('w', await readFile(file('w.safetensors')))
    assert.deepEqual([...tensors.keys()], ['0.weight', '0.bias', '2.weight', '2.bias'])
    assert.deepEqual(tensors.get('0.weight')!.shape, [5, 2])
    const next = await write('b.yaml', `${net}epochs: 0\nbatch_size: 1000\ninitializer: {safetensors: w.safetensors}`)
    const { test_loss, metrics } = JSON.parse((await gradnb(['run', next, '--json'])).stdout)
    assert.ok(Math.abs(test_loss[0] - trained.test_loss[3]) < 1e-12)
    const norm = Math.sqrt(
      tensors
        .get('2.weight')!
        .read()
        .reduce((sum, w) => sum + w * w, 0)
    )
    assert.ok(Math.abs(metrics.weight_l2[0][1] - norm) < 1e-12)
  })

  it('run --weights needs one cell, and a place to write to', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: 1'), cell('bbbb', 'epochs: 1')))
    const both = await gradnb(['run', path, '--weights', file('w')])
    assert.equal(both.status, 2)
    assert.match(both.stderr, /--weights takes the weights of one cell, but 2 would run; choose one with --cell/)
    assert.equal((await gradnb(['run', path, '--cell', '2', '--weights', file('w')])).status, 0)
    const nowhere = await gradnb(['run', path, '--cell', '1', '--weights', file('no/w')])
    assert.deepEqual([nowhere.status, /cannot be written \(ENOENT\)/.test(nowhere.stderr)], [2, true])
    assert.equal(parseNotebook(await readFile(path)).cells[0]!.outputs.length, 1)
  })

  it('run --weights keeps what Ctrl-C left, and says when there is nothing', async () => {
    const endless = await write('a.yaml', 'epochs: 100000')
    assert.equal((await gradnb(['run', endless, '--weights', file('w')], 2500)).status, 130)
    assert.equal(parseSafetensors('w', await readFile(file('w'))).size, 6)
    const broken = await write('b.yaml', 'initializer: {safetensors: a.yaml}')
    const { status, stderr } = await gradnb(['run', broken, '--weights', file('v')])
    assert.equal(status, 1)
    assert.match(stderr, /a.yaml is not a safetensors file.*\n.*v was not written: the run did not come to an end/)
  })

  it('run keeps what Ctrl-C left of a run', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: 100000'), cell('bbbb', 'epochs: 1')))
    const { status } = await gradnb(['run', path], 2500)
    assert.equal(status, 130)
    const [first, second] = parseNotebook(await readFile(path)).cells
    const record = parseRecord(first!.outputs[0]!.items[0]!.data)
    assert.equal(record.events.stop?.reason, 'cancelled')
    assert.ok(record.columns > 1)
    assert.equal(second!.outputs.length, 0)
  })

  it('check lists problems with cell, line and column', async () => {
    const path = await write(
      'n.gradnb',
      notebook(cell('aaaa', '# hi', 'markdown'), cell('bbbb', 'epochs: 3\nsed: 1'), cell('cccc', 'seed: 1'))
    )
    const { status, stdout } = await gradnb(['check', path])
    assert.equal(status, 1)
    assert.equal(stdout, `${path}:2:2:1 unknown-key unknown key "sed"; did you mean "seed"?\n`)
    const yaml = await write('a.yaml', 'dataset: spiral')
    assert.deepEqual(await gradnb(['check', yaml]), { status: 0, stdout: '', stderr: '' })
  })

  it('ends with status 2 for wrong usage and for files it cannot read', async () => {
    assert.equal((await gradnb(['run'])).status, 2)
    assert.equal((await gradnb(['train', 'x'])).status, 2)
    assert.match((await gradnb(['run', file('no.yaml')])).stderr, /cannot be read \(ENOENT\)/)
    const half = await write('half.gradnb', '{"gradnb": 1, "cells": [')
    const { status, stderr } = await gradnb(['run', half])
    assert.equal(status, 2)
    assert.match(stderr, /line 1, column 25: the file ends in the middle/)
    assert.equal(await readFile(half, 'utf8'), '{"gradnb": 1, "cells": [')
    assert.equal((await gradnb(['check', await write('x.txt', 'x')])).status, 2)
  })
})
