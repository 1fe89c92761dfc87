import assert from 'node:assert/strict'
import {
  chmod,
  chown,
  copyFile,
  cp,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  utimes
} from 'node:fs/promises'
import path from 'node:path'
import { parseNotebook } from '../../../src/notebook'
import { cell, gradnb, notebook, TestFolder, type Start } from './gradnb'

/** The user "nobody": an ordinary one. */
const NOBODY = 65534
const isRoot = process.getuid?.() === 0

describe('gradnb run saves into the file that it was given', function () {
  this.timeout(120_000)
  const folder = new TestFolder()
  const { file, write } = folder
  const one = () => write('n.gradnb', notebook(cell('aaaa', 'epochs: 1')))
  const outputsIn = async (path: string) =>
    parseNotebook(await readFile(path)).cells.map(({ outputs }) => outputs.length)

  /** Starts the command line for an ordinary user, who may not be let into the project's folder. */
  async function ordinary(): Promise<Start> {
    if (!isRoot) return {}
    await chmod(folder.path, 0o777)
    await mkdir(file('dist'))
    await cp('dist/cli', file('dist/cli'), { recursive: true })
    await copyFile('dist/cli.js', file('dist/cli.js'))
    return { uid: NOBODY, cli: file('dist/cli.js') }
  }

  for (const mode of [0o600, 0o755, 0o640])
    it(`whose mode ${mode.toString(8)} stays`, async () => {
      const path = await one()
      await chmod(path, mode)
      assert.equal((await gradnb(['run', path])).status, 0)
      assert.equal((await stat(path)).mode & 0o7777, mode)
      assert.deepEqual(await outputsIn(path), [1])
    })

  if (isRoot)
    it('whose owner stays', async () => {
      const path = await one()
      await chown(path, NOBODY, NOBODY)
      assert.equal((await gradnb(['run', path])).status, 0)
      const { uid, gid } = await stat(path)
      assert.deepEqual([uid, gid, await outputsIn(path)], [NOBODY, NOBODY, [1]])
    })

  if (isRoot)
    it('of another owner, who stays, for a user who may write it but not give it away', async () => {
      const path = await one()
      await chmod(path, 0o666)
      const { status, stderr } = await gradnb(['run', path], await ordinary())
      assert.deepEqual([status, stderr], [0, ''])
      assert.deepEqual([(await stat(path)).uid, await outputsIn(path)], [0, [1]])
    })

  it('behind a link, which stays a link', async () => {
    await mkdir(file('real'))
    const real = await write('real/n.gradnb', notebook(cell('aaaa', 'epochs: 1')))
    await symlink(path.join('real', 'n.gradnb'), file('link.gradnb'))
    assert.equal((await gradnb(['run', file('link.gradnb')])).status, 0)
    assert.ok((await lstat(file('link.gradnb'))).isSymbolicLink())
    assert.deepEqual(await outputsIn(real), [1])
    assert.deepEqual((await readdir(folder.path)).sort(), ['link.gradnb', 'real'])
    assert.deepEqual(await readdir(file('real')), ['n.gradnb'])
  })

  it('of several names, which stay one file', async () => {
    const path = await one()
    await link(path, file('other.gradnb'))
    assert.equal((await gradnb(['run', path])).status, 0)
    assert.equal((await stat(path)).ino, (await stat(file('other.gradnb'))).ino)
    assert.deepEqual(await outputsIn(file('other.gradnb')), [1])
    assert.deepEqual((await readdir(folder.path)).sort(), ['n.gradnb', 'other.gradnb'])
  })

  it('in a folder that takes no other files', async () => {
    await mkdir(file('closed'))
    const path = await write('closed/n.gradnb', notebook(cell('aaaa', 'epochs: 1')))
    await chmod(path, 0o666)
    await chmod(file('closed'), 0o555)
    const { status, stderr } = await gradnb(['run', path], await ordinary())
    await chmod(file('closed'), 0o755)
    assert.deepEqual([status, stderr, await outputsIn(path)], [0, '', [1]])
  })

  it('but not when it is read-only, and says so before it trains', async () => {
    const path = await one()
    await chmod(path, 0o444)
    const start = await ordinary()
    const { status, stdout, stderr } = await gradnb(['run', path], start)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /n\.gradnb cannot be written: permission denied; run with --no-save to leave it as it is\n$/)
    assert.deepEqual([(await stat(path)).mode & 0o777, await outputsIn(path)], [0o444, [0]])
    assert.equal((await gradnb(['run', path, '--no-save'], start)).status, 0)
  })

  it('and removes what a killed save left beside it', async () => {
    const path = await one()
    await write('n.gradnb.00000000-0000-4000-8000-000000000000.tmp', 'half')
    await mkdir(`${path}.lock`)
    await utimes(`${path}.lock`, 1, 1)
    assert.equal((await gradnb(['run', path])).status, 0)
    assert.deepEqual(await readdir(folder.path), ['n.gradnb'])
  })
})
