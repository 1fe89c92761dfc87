import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

const lines = (text: string): string[] => text.trimEnd().split('\n')

describe('gradnb verify', () => {
  const folder = new TestFolder()

  async function ran(name: string, ...sources: string[]): Promise<string> {
    const file = await folder.write(name, notebook(...sources.map((source, i) => cell(`c${i}`, source))))
    await gradnb(['run', file])
    return file
  }

  it('says of every cell what its output is, and changes nothing', async () => {
    const file = await ran('one.gradnb', 'epochs: 2', 'name: second\nepochs: 1', 'activation: sigmod')
    const text = await readFile(file, 'utf8')
    const { status, stdout } = await gradnb(['verify', file])
    assert.equal(status, 0)
    assert.deepEqual(lines(stdout), [
      `${file}: cell 1: the same, bit for bit`,
      `${file}: cell second: the same, bit for bit`,
      `${file}: cell 3: the same, bit for bit`,
      `${file}: 3 cells, all the same`
    ])
    assert.equal(await readFile(file, 'utf8'), text)
  })

  it('ends with 1 unless all cells of all notebooks are the same', async () => {
    const good = await ran('good.gradnb', 'epochs: 1')
    const edited = await ran('edited.gradnb', 'epochs: 1', 'epochs: 2')
    await folder.write('edited.gradnb', (await readFile(edited, 'utf8')).replace('epochs: 2', 'epochs: 3'))
    const { status, stdout } = await gradnb(['verify', good, edited])
    assert.equal(status, 1)
    assert.deepEqual(lines(stdout).slice(2), [
      `${edited}: cell 1: the same, bit for bit`,
      `${edited}: cell 2: stale: the cell has changed since its output was made; run it again`,
      `${edited}: 2 cells, 1 of them the same`
    ])
  })

  it('says which file a cell lacks now', async () => {
    await folder.write('data.csv', 'x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n')
    const file = await ran('data.gradnb', 'dataset: {csv: data.csv, target: y}\nepochs: 1')
    assert.equal((await gradnb(['verify', file])).status, 0)
    await folder.write('data.csv', 'x,y\n1,b\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n')
    assert.match((await gradnb(['verify', file])).stdout, /differs: the data it reads has changed/)
    await folder.write('moved.gradnb', (await readFile(file, 'utf8')).replaceAll('data.csv', 'gone.csv'))
    const { status, stdout } = await gradnb(['verify', folder.file('moved.gradnb')])
    assert.equal(status, 1)
    assert.match(stdout, /cell 1: cannot be run: gone\.csv cannot be read from .*: there is no such file/)
  })

  it('refuses what holds no outputs, before it runs anything', async () => {
    const good = await ran('good.gradnb', 'epochs: 1')
    const { status, stdout, stderr } = await gradnb(['verify', good, await folder.write('x.yaml', 'epochs: 1')])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /x\.yaml holds no outputs; verify takes \.gradnb notebooks/)
  })
})
