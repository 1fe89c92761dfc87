import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { readInFolder, readPlainFile, TOO_LARGE, type FileProblem } from '../../../src/disk'

describe('readInFolder(folder, name, most)', () => {
  let folder = ''
  const file = (...steps: string[]): string => path.join(folder, ...steps)
  const read = (name: string, most = 100): Promise<Uint8Array> => readInFolder(file('notebook'), name, most)
  const problem = (name: string, most?: number): Promise<FileProblem> =>
    read(name, most).then(
      () => assert.fail(`${name} was read`),
      error => error as FileProblem
    )

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-disk-'))
    await mkdir(file('notebook', 'data'), { recursive: true })
    await writeFile(file('notebook', 'data', 'a.csv'), 'inside')
    await writeFile(file('secret.csv'), 'outside')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('follows links within the folder, and the folder’s own', async () => {
    await symlink(file('notebook', 'data'), file('notebook', 'link'))
    await symlink(file('notebook'), file('again'))
    assert.equal(Buffer.from(await read('link/a.csv')).toString(), 'inside')
    assert.equal(Buffer.from(await readInFolder(file('again'), 'data/a.csv', 100)).toString(), 'inside')
  })

  it('refuses links that lead out of it: to a file, by a folder, by another link', async () => {
    await symlink(file('secret.csv'), file('notebook', 'file.csv'))
    await symlink('../../secret.csv', file('notebook', 'data', 'relative.csv'))
    await symlink('file.csv', file('notebook', 'link.csv'))
    await symlink(folder, file('notebook', 'out'))
    for (const name of ['file.csv', 'data/relative.csv', 'link.csv', 'out/secret.csv'])
      assert.equal((await problem(name)).message, "is a link that leads out of the notebook's folder", name)
  })

  it('refuses what is too large, a folder, or not there', async () => {
    assert.deepEqual({ ...(await problem('data/a.csv', 5)) }, { code: TOO_LARGE, name: 'FileProblem' })
    assert.equal((await problem('data')).message, 'is a folder, not a file')
    assert.equal((await problem('no.csv')).message, 'cannot be read: there is no such file')
  })

  it('refuses a file that is written while it is read', async () => {
    const name = file('growing.csv')
    await writeFile(name, new Uint8Array(40_000_000))
    const writing = setInterval(() => appendFileSync(name, 'more'), 1)
    try {
      await assert.rejects(readPlainFile(name, 1e9), /^FileProblem: changed while it was being read: try again/)
    } finally {
      clearInterval(writing)
    }
  })
})
