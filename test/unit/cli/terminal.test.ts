import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { errorOutput, output } from '../../../src/notebook'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

/** What a terminal obeys, besides line feeds: C0, DEL, C1, marks of direction. */
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('gradnb never sends a terminal what it would obey', function () {
  this.timeout(120_000)
  const { write } = new TestFolder()
  const report = (name: string) => readFile(`test/reports/rel-09-terminal/${name}`)
  const HOSTILE = '\u001b[31m\u0007\u009b2J\u202e\u007f'
  const SHOWN = '\\u001b[31m\\u0007\\u009b2J\\u202e\\u007f'

  /** An experiment on a data file whose name is hostile. */
  async function hostileData(): Promise<string> {
    await write(`${HOSTILE}.csv`, 'a,b,y\n1,2,u\n2,1,v\n3,4,u\n4,3,v\n5,6,u\n6,5,v\n')
    return write('a.yaml', `dataset: {csv: ${JSON.stringify(`${HOSTILE}.csv`)}, target: y}\nepochs: 1`)
  }

  async function shownBy(...args: string[]): Promise<string> {
    const { stdout, stderr } = await gradnb(args)
    const all = stdout + stderr
    assert.doesNotMatch(all, ACTING)
    return all
  }

  it('in paths and keys of cells', async () => {
    const shown = await shownBy('run', await write('path.yaml', await report('path.yaml')))
    assert.match(shown, /\\u001b\[31m\\u001b\]0;title\\u0007\.csv cannot be read/)
    assert.match(await shownBy('check', await write('key.yaml', await report('key.yaml'))), /"\\u001b\[31mred"/)
  })

  it('in names of cells and data files', async () => {
    assert.ok((await shownBy('run', await hostileData())).startsWith(`${SHOWN}.csv`))
    const path = await write('n.gradnb', notebook(cell('aaaa', `name: ${JSON.stringify(HOSTILE)}\nepochs: 1`)))
    assert.match(await shownBy('run', path), /instead of "\\u001b\[31m/)
    assert.match(await shownBy('run', path, '--cell', HOSTILE), /instead of "\\u001b\[31m/)
    const other = await write('other.gradnb', notebook(cell('aaaa', 'name: other\nepochs: 1')))
    assert.match(await shownBy('run', other, '--cell', HOSTILE), /no experiment cell "\\u001b\[31m/)
  })

  it('in names of columns', async () => {
    await write('x.csv', 'a\u001b[31m,y\n1,u\n,v\n')
    assert.match(await shownBy('run', await write('a.yaml', 'dataset: {csv: x.csv, target: y}')), /\\u001b\[31m/)
  })

  it('in names of files and words of the command line', async () => {
    const path = await write('a\u001b[31m\n.yaml', 'sed: 1')
    assert.match(await shownBy('check', path), /a\\u001b\[31m\\u000a\.yaml:1:1 unknown-key/)
    assert.match(await shownBy('run', '\u009b31m.txt'), /\\u009b31m\.txt: expected a \.gradnb/)
    assert.match(await shownBy('\u001b[31mtrain'), /unknown command '\\u001b\[31mtrain'/)
    assert.match(await shownBy('run', 'x', '--\u001b[31m'), /unknown option '--\\u001b\[31m'/)
  })

  it('in names of variants, classes and shards', async () => {
    const name = JSON.stringify(HOSTILE)
    const path = await write('sweep.gradnb', notebook(cell('aaaa', `name: rates\nepochs: 1\nvariants: {${name}: {seed: 1}, other: {seed: 2}}`))) // prettier-ignore
    assert.match(await shownBy('run', path), /u001b\[31m/)
    await shownBy('text', path)
    const folder = await write(`shard${HOSTILE}`, '')
    await shownBy('merge', path, folder)
    await write('classes.csv', `a,y\n${[1, 2, 3, 4, 5, 6].map(i => `${i},"${i % 2 ? HOSTILE : 'v'}"`).join('\n')}\n`)
    await shownBy('run', await write('classes.yaml', 'dataset: {csv: classes.csv, target: y}\nepochs: 1'))
  })

  it('in what text, diff and verify say of outputs', async () => {
    const shown = (message: string) => ({
      ...cell('aaaa', `# ${HOSTILE}`),
      outputs: [errorOutput(HOSTILE, message), output(HOSTILE, 1)]
    })
    const [a, b] = [await write('a.gradnb', notebook(shown(HOSTILE))), await write('b.gradnb', notebook(shown(`x${HOSTILE}`)))] // prettier-ignore
    assert.match(await shownBy('text', a), /^output: failed: \\u001b\[31m/m)
    assert.match(await shownBy('diff', a, b), /^output: failed: \\u001b\[31m/m)
    await shownBy('verify', a)
    const conflict = `{"gradnb": 1, "cells": [\n<<<<<<< ${HOSTILE}\n${HOSTILE}\n=======\n>>>>>>> ${HOSTILE}\n`
    const left = await write('conflict.gradnb', conflict)
    for (const command of ['text', 'check', 'run', 'verify']) await shownBy(command, left)
    assert.equal((await gradnb(['text', left])).status, 0)
  })

  it('in JSON, which stays JSON and says the same', async () => {
    const { stdout } = await gradnb(['run', '--json', await hostileData()])
    assert.doesNotMatch(stdout, ACTING)
    assert.equal(JSON.parse(stdout).data.name, `${HOSTILE}.csv`)
  })

  it('but for the colours of its heatmap', async () => {
    const { stdout } = await gradnb(['run', await hostileData()], { env: { FORCE_COLOR: '3' } })
    assert.match(stdout, /\u001b\[48;2;\d+;\d+;\d+m \u001b\[0m/)
    assert.doesNotMatch(stdout.replace(/\u001b\[(48;2;\d+;\d+;\d+|0)m/g, ''), ACTING)
  })
})
