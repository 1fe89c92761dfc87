import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseNotebook } from '../../../src/notebook'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

const CLI = `"${process.execPath}" "${path.resolve('dist/cli.js')}"`

type Bytes = string | Uint8Array

/** A repository with a branch "feature" and a later commit, both from a first one; `driver`: whether git knows ours. */
class Repository extends TestFolder {
  git(...args: string[]) {
    return promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: this.path })
  }

  async make(driver: boolean, first: Bytes, ours: Bytes, theirs: Bytes): Promise<void> {
    await this.git('init', '-q', '-b', 'main')
    await this.git('config', 'diff.gradnb.textconv', `${CLI} text`)
    if (driver) await this.git('config', 'merge.gradnb.driver', `${CLI} merge-driver %O %A %B`)
    await this.write('.gitattributes', '*.gradnb diff=gradnb merge=gradnb\n')
    await this.commit(first)
    await this.git('checkout', '-q', '-b', 'feature')
    await this.commit(theirs)
    await this.git('checkout', '-q', 'main')
    await this.commit(ours)
  }

  private async commit(text: Bytes): Promise<void> {
    await this.write('a.gradnb', text)
    await this.git('add', '.')
    await this.git('commit', '-qm', 'a')
  }

  /** The status of `git merge`. */
  merge(): number | null {
    return spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'merge', '-q', 'feature'], { cwd: this.path })
      .status
  }
}

describe('a merge of notebooks by git', function () {
  this.timeout(120_000)
  const repository = new Repository()

  it('is clean with the driver of the README where two people changed different cells and lines', async () => {
    await repository.make(
      true,
      notebook(cell('a', 'epochs: 1\nname: a\nseed: 1')),
      notebook(cell('a', 'epochs: 2\nname: a\nseed: 1'), cell('b', 'dataset: xor')),
      notebook(cell('a', 'epochs: 1\nname: a\nseed: 2'), cell('c', 'dataset: iris'))
    )
    assert.equal(repository.merge(), 0)
    const { cells } = parseNotebook(await readFile(repository.file('a.gradnb')))
    const sources = cells.map(({ source }) => source)
    assert.equal(sources[0], 'epochs: 2\nname: a\nseed: 2')
    assert.deepEqual(sources.slice(1).sort(), ['dataset: iris', 'dataset: xor'])
  })

  it('stops with the driver where two people changed one line, in a notebook that opens and says so', async () => {
    await repository.make(
      true,
      notebook(cell('a', 'epochs: 1')),
      notebook(cell('a', 'epochs: 2')),
      notebook(cell('a', 'epochs: 3'))
    )
    assert.notEqual(repository.merge(), 0)
    const { status, stdout } = await gradnb(['check', repository.file('a.gradnb')])
    assert.equal(status, 1)
    assert.match(stdout, /a\.gradnb:1:1:1 merge-conflict this cell holds an unresolved merge conflict, from line 1 on/)
  })

  it('is left to git where the driver cannot: nothing of either is lost', async () => {
    const versions = [1, 2, 3].map(x =>
      Buffer.from(notebook(cell('a', 'epochs: 1')))
        .toString()
        .replace('"metadata": {}', `"metadata": {"x": ${x}}`)
    )
    await repository.make(true, ...(versions as [string, string, string]))
    assert.notEqual(repository.merge(), 0)
    const left = await readFile(repository.file('a.gradnb'), 'utf8')
    assert.match(left, /^<<<<<<< ours\n[^]*"x": 2[^]*=======\n[^]*"x": 3[^]*>>>>>>> theirs$/m)
  })

  it('that conflicts is refused with its line without the driver, and shown by git diff with both versions', async () => {
    await repository.make(
      false,
      notebook(cell('a', 'epochs: 1')),
      notebook(cell('a', 'epochs: 2')),
      notebook(cell('a', 'epochs: 3'))
    )
    assert.notEqual(repository.merge(), 0)
    const file = repository.file('a.gradnb')
    const before = await readFile(file)
    for (const args of [
      ['check', file],
      ['run', file],
      ['diff', file, file],
      ['verify', file]
    ]) {
      const { status, stderr } = await gradnb(args)
      assert.equal(status, 2, args[0])
      assert.match(
        stderr,
        /a\.gradnb: this notebook cannot be opened: line \d+, column 1: .*unresolved merge conflict .* both versions/
      )
    }
    assert.ok(before.equals(await readFile(file)))
    const { stdout } = await repository.git('diff')
    assert.match(stdout, /<<<<<<< HEAD$[^]*epochs: 2$[^]*=======$[^]*epochs: 3$[^]*>>>>>>> feature$/m)
  })

  it('goes on where a version in the history is no notebook: git shows it as it is', async () => {
    await repository.make(false, 'no notebook\n', notebook(cell('a', 'epochs: 2')), notebook(cell('a', 'epochs: 3')))
    const { stdout } = await repository.git('log', '-p', '--', 'a.gradnb')
    assert.match(stdout, /^\+this notebook cannot be opened: line 1, column 1: .*$[^]*^\+no notebook$/m)
  })
})
