import assert from 'node:assert/strict'
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createLifetime, type Lifetime } from '../../workbench/lifetime'
import { provisionNode } from '../../workbench/node'
import { freshClone, runIn } from './freshClone'

describe('the package that npm pack makes of a clone', function () {
  this.timeout(300_000)
  let lifetime: Lifetime
  let clone = ''
  let empty = ''
  let packed: { filename: string; files: { path: string }[] }

  before(async () => {
    lifetime = createLifetime()
    clone = await freshClone()
    const output = await runIn(clone, 'npm', ['pack', '--json'])
    packed = JSON.parse(output.slice(output.indexOf('\n[') + 1))[0]
    empty = path.join(clone, 'dist', 'empty')
    await mkdir(empty)
    const install = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', empty]
    await runIn(empty, 'npm', [...install, path.join(clone, packed.filename)])
    await cp('media/samples/first-steps.gradnb', path.join(empty, 'lesson.gradnb'))
    await cp('media/samples/initialization.gradnb', path.join(empty, 'many.gradnb'))
  })
  after(async () => {
    await lifetime.end()
    await rm(clone, { recursive: true })
  })

  it('holds the command line and its data sets, and nothing else', () => {
    const names = packed.files.map(file => file.path.replace(/chunk-\w{8}/, 'chunk')).sort()
    assert.deepEqual(
      [...new Set(names)],
      [
        'LICENSE',
        'README.md',
        'dist/ThirdPartyNotices.txt',
        'dist/cli.js',
        'dist/cli/chunk.js',
        'dist/cli/main.js',
        'dist/cli/page.js',
        'dist/cli/renderer.js',
        'dist/cli/sharing.js',
        'dist/cli/worker.node.js',
        'dist/cli/worker.web.js',
        'dist/queue.js',
        'media/datasets/README.md',
        'media/datasets/digits.csv.gz',
        'media/datasets/iris.csv',
        'package.json'
      ]
    )
  })

  it('is below one megabyte', async () => {
    const { size } = await stat(path.join(clone, packed.filename))
    assert.ok(size < 1_000_000, `${size} bytes`)
  })

  it('has a manifest and a page of its own, while the clone keeps its', async () => {
    const manifestIn = async (folder: string) => JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
    const [project, own] = [await manifestIn('.'), await manifestIn(path.join(empty, 'node_modules/gradnb'))]
    assert.deepEqual(Object.keys(own).sort(), [
      ...['bin', 'bugs', 'description', 'engines', 'homepage', 'keywords', 'license', 'name', 'repository', 'version']
    ])
    assert.deepEqual([own.version, own.engines], [project.version, { node: project.engines.node }])
    assert.deepEqual(await manifestIn(clone), project)
    const pageIn = (folder: string) => readFile(path.join(folder, 'README.md'), 'utf8')
    assert.match(await pageIn(path.join(empty, 'node_modules/gradnb')), /^# gradnb\n/)
    assert.equal(await pageIn(clone), await pageIn('.'))
    assert.doesNotMatch(JSON.stringify(own), /vscode|%/)
  })

  it('needs no other package and no native code', async () => {
    assert.deepEqual(
      (await readdir(path.join(empty, 'node_modules'))).filter(name => !name.startsWith('.')),
      ['gradnb']
    )
    assert.ok(packed.files.every(file => !file.path.endsWith('.node')))
  })

  for (const major of [20, 24])
    it(`runs, exports and sweeps with Node ${major} where it is installed`, async () => {
      const { executable } = await provisionNode(lifetime, major)
      const gradnb = (...args: string[]) => runIn(empty, 'npx', ['--offline', 'gradnb', ...args], executable)
      const lines = await gradnb('run', 'lesson.gradnb', '--json')
      assert.equal(lines.trimEnd().split('\n').length, 3)
      for (const format of ['html', 'md', 'ipynb', 'pytorch', 'csv', 'json'])
        assert.match(await gradnb('export', 'lesson.gradnb', '--to', format, '--force'), /^lesson/)
      assert.match(
        await readFile(path.join(empty, 'lesson.html'), 'utf8'),
        /<script type="text\/plain" id="gradnb-worker">/
      )
      for (const shard of ['0/2', '1/2']) await gradnb('sweep', 'many.gradnb', '--shard', shard, '--out', `${major}`)
      assert.match(await gradnb('merge', 'many.gradnb', `${major}`), / runs merged into many\.gradnb/)
      assert.match(await gradnb('check', 'lesson.gradnb'), /^$/)
    })
})
