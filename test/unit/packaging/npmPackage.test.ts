import assert from 'node:assert/strict'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { freshClone, runIn } from './freshClone'

describe('the package that npm pack makes of a clone', function () {
  this.timeout(300_000)
  let clone = ''
  let packed: { filename: string; files: { path: string }[] }

  before(async () => {
    clone = await freshClone()
    const output = await runIn(clone, 'npm', ['pack', '--json'])
    packed = JSON.parse(output.slice(output.indexOf('[')))[0]
  })
  after(() => rm(clone, { recursive: true }))

  it('holds the command line and its data sets, and nothing else', async () => {
    assert.deepEqual(packed.files.map(file => file.path).sort(), [
      'LICENSE',
      'README.md',
      'dist/ThirdPartyNotices.txt',
      'dist/cli.js',
      'dist/page.js',
      'dist/renderer.js',
      'dist/sharing.js',
      'dist/worker.node.js',
      'dist/worker.web.js',
      'media/datasets/README.md',
      'media/datasets/digits.csv.gz',
      'media/datasets/iris.csv',
      'package.json'
    ])
    assert.ok((await stat(path.join(clone, packed.filename))).size < 2_200_000)
  })

  it('runs where it is installed', async () => {
    const empty = path.join(clone, 'dist', 'empty')
    await mkdir(empty)
    const install = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', empty]
    await runIn(empty, 'npm', [...install, path.join(clone, packed.filename)])
    const sample = path.resolve('media/samples/first-steps.gradnb')
    const lines = await runIn(empty, 'npx', ['gradnb', 'run', sample, '--no-save', '--json'])
    assert.equal(lines.trimEnd().split('\n').length, 3)
  })
})
