import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { parseNotebook } from '../../../src/notebook'
import { parseRecord, RECORD_MIME } from '../../../src/record'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

describe('gradnb', function () {
  this.timeout(120_000)
  const { file, write } = new TestFolder()

  it('run prints a heatmap whose first layer is lower than its last', async () => {
    const yaml = await write('deep.yaml', 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 2')
    const { status, stdout } = await gradnb(['run', yaml])
    assert.equal(status, 0)
    const row = (name: string) => stdout.split('\n').find(line => line.startsWith(name))!
    assert.match(row('hidden 1  2→64'), / ▁{12} /)
    assert.match(row('hidden 10'), / ▄{12} /)
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

  it('run --json holds single steps and what the network answered', async () => {
    const yaml = await write('iris.yaml', 'dataset: iris\nhidden_layers: [4]\nepochs: 1\nbatch_size: 32')
    const { steps, outcomes } = JSON.parse((await gradnb(['run', '--json', yaml])).stdout)
    assert.deepEqual(steps.steps, [1, 2, 3, 4])
    assert.equal(steps.loss.length, 4)
    assert.equal(steps.metrics.delta_rms[3].length, 2)
    assert.deepEqual([outcomes.kind, outcomes.split, outcomes.classes.length], ['classes', 'test', 3])
    assert.deepEqual(outcomes.epochs, [0, 1])
    assert.equal(
      outcomes.counts[1].flat().reduce((sum: number, count: number) => sum + count),
      outcomes.samples
    )
    const regression = await write('sine.yaml', 'dataset: {name: sine, samples: 50}\nhidden_layers: [4]\nepochs: 1')
    const { outcomes: values } = JSON.parse((await gradnb(['run', '--json', regression])).stdout)
    assert.deepEqual([values.kind, values.truth.length, values.predicted[1].length], ['values', 10, 10])
  })

  it('run tells several cells of a notebook on one scale', async () => {
    const deep = 'hidden_layers: {depth: 10, units: 64}\nactivation: sigmoid\nepochs: 1'
    const path = await write('n.gradnb', notebook(cell('aaaa', deep), cell('bbbb', 'epochs: 1\nhidden_layers: [8, 8]')))
    const { stdout } = await gradnb(['run', path, '--no-save'])
    const anchors = [...stdout.matchAll(/vanishing ≤ (\S+)/g)].map(([, anchor]) => anchor)
    assert.equal(anchors.length, 2)
    assert.equal(anchors[0], anchors[1])
    assert.match(stdout, /Scale\s+of\s+the\s+cells\s+so\s+far/)
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

  it('check tells where a cell names a file that it could not read', async () => {
    const source = '# my data\ndataset: {csv: "no.csv", target: y}\ninitializer: {safetensors: ../w}'
    const path = await write(
      'n.gradnb',
      notebook(cell('aaaa', source), cell('bbbb', 'dataset: {csv: there, target: y}'))
    )
    await write('there', '')
    const { status, stdout } = await gradnb(['check', path])
    assert.equal(status, 1)
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      `${path}:1:2:16 unreadable-file no.csv cannot be read from the notebook's folder: there is no such file`,
      `${path}:1:3:28 unreadable-file ../w lies outside the notebook's folder; cells may only read files in it: move the file there, or run with --allow-outside`
    ])
  })

  it('ends with status 2 for wrong usage and for files it cannot read', async () => {
    assert.equal((await gradnb(['run'])).status, 2)
    assert.equal((await gradnb(['train', 'x'])).status, 2)
    assert.match((await gradnb(['run', file('no.yaml')])).stderr, /no\.yaml cannot be read: there is no such file/)
    const half = await write('half.gradnb', '{"gradnb": 1, "cells": [')
    const { status, stderr } = await gradnb(['run', half])
    assert.equal(status, 2)
    assert.match(stderr, /line 1, column 25: the file ends in the middle/)
    assert.equal(await readFile(half, 'utf8'), '{"gradnb": 1, "cells": [')
    assert.equal((await gradnb(['check', await write('x.txt', 'x')])).status, 2)
  })
})
