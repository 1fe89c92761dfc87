import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseNotebook } from '../../../src/notebook'
import { idxFile } from '../dataset/idxFile'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

describe('gradnb run with files of a cell', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { file, write } = folder

  const CSV = 'a,b,y\n1,2,u\n2,1,v\n3,4,u\n4,3,v\n5,6,u\n6,5,v\n'
  const cellOf = (path: string) => `dataset: {csv: ${path}, target: y}\nepochs: 1`
  const yamlOf = (path: string) => write('a.yaml', cellOf(path))

  it('reads a CSV relative to the notebook, wherever it is started', async () => {
    await mkdir(file('data'))
    await write('data/y.csv', CSV)
    const path = await write('n.gradnb', notebook(cell('aaaa', cellOf('data/y.csv'))))
    const { status, stdout, stderr } = await gradnb(['run', path, '--json'])
    assert.deepEqual([status, stderr], [0, ''])
    const { data, experiment } = JSON.parse(stdout)
    assert.deepEqual([data.name, data.classes, data.trainSamples], ['y.csv', ['u', 'v'], 5])
    assert.equal(experiment.dataset.task, 'classification')
  })

  it('reads IDX files, packed or not', async () => {
    await write('images', gzipSync(idxFile([6, 2, 2])))
    await write('labels', idxFile([6], [0, 1, 0, 1, 0, 1]))
    const yaml = await write('a.yaml', 'dataset: {idx: {images: images, labels: labels}}\nepochs: 1')
    const { data } = JSON.parse((await gradnb(['run', '--json', yaml])).stdout)
    assert.deepEqual([data.name, data.inputs, data.classes], ['images', 4, ['0', '1']])
  })

  it('reads arrays of one NumPy archive', async () => {
    await write('data.npz', readFileSync('test/reference/npy/packed.npz'))
    const cell = 'dataset: {npy: {inputs: data.npz/x, labels: data.npz/y}}\nepochs: 1'
    const { status, stdout, stderr } = await gradnb(['run', '--json', await write('a.yaml', cell)])
    assert.deepEqual([status, stderr], [0, ''])
    const { data, experiment } = JSON.parse(stdout)
    assert.deepEqual([data.name, data.inputs, data.classes, data.trainSamples], ['data.npz', 4, ['0', '1', '2'], 5])
    assert.equal(experiment.dataset.task, 'classification')
  })

  it('names a file that is missing, damaged or a folder, goes on, and ends with status 1', async () => {
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
      "no.csv cannot be read from the notebook's folder: there is no such file",
      'half.csv, line 3, column 1 (a): the value is missing. Write missing: drop to leave out rows with gaps, or missing: mean to fill the gaps of inputs',
      'folder.csv is a folder, not a file'
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

  it('leaves the folder only with --allow-outside', async () => {
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
        [path.relative(folder.path, csv), /lies outside/],
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

  it('looks at the size of a file before reading it', async () => {
    await truncate(await write('big.csv', ''), 200_000_001)
    const { status, stderr } = await gradnb(['run', await yamlOf('big.csv')])
    assert.equal(status, 1)
    assert.match(stderr, /big.csv has 200,000,001 bytes, above the limit of 200,000,000/)
  })
})
