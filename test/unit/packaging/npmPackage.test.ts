import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createLifetime, type Lifetime } from '../../workbench/lifetime'
import { provisionNode } from '../../workbench/node'
import { itWithDocker } from '../../workbench/programs'
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
    await copyFile('media/samples/first-steps.gradnb', path.join(empty, 'lesson.gradnb'))
    await copyFile('media/samples/initialization.gradnb', path.join(empty, 'many.gradnb'))
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
        'dist/cli/chunk.js.br',
        'dist/cli/main.js',
        'dist/cli/page.js.br',
        'dist/cli/renderer.js.br',
        'dist/cli/sharing.js.br',
        'dist/cli/worker.node.js',
        'dist/cli/worker.web.js.br',
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
        /<script type="text\/plain" id="gradnb-programs">/
      )
      for (const shard of ['0/2', '1/2']) await gradnb('sweep', 'many.gradnb', '--shard', shard, '--out', `${major}`)
      assert.match(await gradnb('merge', 'many.gradnb', `${major}`), / runs merged into many\.gradnb/)
      assert.match(await gradnb('check', 'lesson.gradnb'), /^$/)
    })

  it('writes pages that run and are below 1.6 MB, of the samples with the most numbers', async () => {
    for (const name of ['initialization', 'vanishing-and-exploding']) {
      const file = path.join(empty, `${name}.gradnb`)
      await copyFile(path.join('media/samples', `${name}.gradnb`), file)
      await runIn(empty, 'npx', ['--offline', 'gradnb', 'run', file, '--quiet'])
      await runIn(empty, 'npx', ['--offline', 'gradnb', 'export', file, '--to', 'html'])
      const { size } = await stat(path.join(empty, `${name}.html`))
      assert.ok(size < 1_600_000, `${name}: ${size} bytes`)
    }
  })

  describe('as media/docs/Dockerfile installs it', () => {
    const dockerfile = readFileSync('media/docs/Dockerfile', 'utf8')
    /** What an instruction says. */
    const said = (instruction: string) =>
      [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, text]) => text!)

    it('is the file that npm pack makes, and runs for a user without rights', () => {
      assert.deepEqual(said('ARG'), [`PACKAGE=${packed.filename}`])
      assert.deepEqual(said('USER'), ['1000'])
      assert.match(dockerfile, /:\/notebooks:ro"/)
    })

    it('is installed by its command without a network, and starts by its entry point', async () => {
      const prefix = path.join(clone, 'dist', 'image')
      await mkdir(prefix)
      const install = said('RUN')[0]!.replace('/tmp/package.tgz', path.join(clone, packed.filename))
      await runIn(prefix, 'sh', ['-c', `${install} --prefix "${prefix}"`])
      const [name] = JSON.parse(said('ENTRYPOINT')[0]!) as [string]
      const program = path.join(prefix, 'bin', name)
      assert.match(await runIn(prefix, program, JSON.parse(said('CMD')[0]!) as string[]), /^Usage: gradnb /)
      const shard = ['sweep', path.join(empty, 'many.gradnb'), '--shard', '0/4', '--out', path.join(prefix, 'runs')]
      assert.match(await runIn(prefix, program, shard), /shard 0\/4: /)
    })

    itWithDocker('is built into an image that does a share of a sweep', async () => {
      await runIn(clone, 'docker', ['build', '-t', 'gradnb:test', '-f', 'media/docs/Dockerfile', '.'])
      const runs = path.join(clone, 'dist', 'runs')
      await mkdir(runs)
      await chmod(runs, 0o777)
      const mounts = ['-v', `${empty}:/notebooks:ro`, '-v', `${runs}:/runs`]
      const sweep = ['sweep', 'many.gradnb', '--shard', '0/4', '--out', '/runs']
      const told = await runIn(clone, 'docker', ['run', '--rm', ...mounts, 'gradnb:test', ...sweep])
      assert.match(told, /shard 0\/4: /)
    })
  })
})
