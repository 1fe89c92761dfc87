import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { itWith } from '../../workbench/programs'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

describe('gradnb completion', function () {
  this.timeout(120_000)
  const folder = new TestFolder()

  beforeEach(async () => {
    await folder.write(
      'lesson.gradnb',
      notebook(cell('aaaa', 'name: deep-net\nepochs: 1'), cell('bbbb', 'name: rates\nseeds: 3'))
    )
    await folder.write('one.yaml', 'epochs: 1')
    await folder.write('data.csv', '1')
    await mkdir(folder.file('runs'))
    const line = `#!/bin/sh\nexec "${process.execPath}" "${path.resolve('dist/cli.js')}" "$@"\n`
    await mkdir(folder.file('bin'))
    await writeFile(folder.file('bin/gradnb'), line, { mode: 0o755 })
  })

  /** What `shell` prints for `script`, with gradnb among its commands. */
  async function shown(shell: string, options: readonly string[], script: string): Promise<string[]> {
    const env = { ...process.env, HOME: folder.path, PATH: `${folder.file('bin')}:${process.env.PATH}` }
    const { stdout } = await promisify(execFile)(shell, [...options, '-c', script], { cwd: folder.path, env })
    return stdout.split('\n').filter(Boolean).sort()
  }

  const quoted = (words: readonly string[]) => words.map(word => `'${word}'`).join(' ')

  /** What each shell offers for the last of these words. */
  const OFFERED = {
    bash: (...words: string[]) =>
      shown(
        'bash',
        ['--norc'],
        `source <(gradnb completion bash); COMP_WORDS=(gradnb ${quoted(words)}); COMP_CWORD=${words.length}; _gradnb gradnb; printf '%s\\n' "\${COMPREPLY[@]}"`
      ),
    zsh: (...words: string[]) =>
      shown(
        'zsh',
        ['-f'],
        `compdef() :; compadd() { shift; print -l -- "$@" }; _files() { print -l files "$@" }; source <(gradnb completion zsh); words=(gradnb ${quoted(words)}); CURRENT=${words.length + 1}; _gradnb`
      ),
    fish: async (...words: string[]) => {
      const line = ['gradnb', ...words].map(word => word.replaceAll(' ', '\\ ')).join(' ')
      const lines = await shown('fish', ['--no-config'], `gradnb completion fish | source; complete -C '${line}'`)
      return lines.map(offered => offered.split('\t')[0]!)
    }
  }

  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const offered = OFFERED[shell]
    itWith(shell, `makes ${shell} complete commands, options and what they take`, async () => {
      assert.deepEqual(await offered('swe'), ['sweep'])
      assert.deepEqual(await offered('export', 'lesson.gradnb', '--to', 'p').then(all => all.slice(-1)), ['pytorch'])
      assert.deepEqual(await offered('run', 'lesson.gradnb', '--w'), ['--weights', '--workers'])
      assert.deepEqual(await offered('completion', 'f'), ['fish'])
      assert.ok(!(await offered('')).includes('complete'))
    })

    itWith(
      shell,
      `makes ${shell} complete the names of a notebook's cells, of a sweep's those of many runs`,
      async () => {
        assert.deepEqual(await offered('sweep', 'lesson.gradnb', '--cell', ''), ['rates'])
        const [name] = await offered('run', 'lesson.gradnb', '--cell', 'd')
        assert.equal(name, 'deep-net')
      }
    )
  }

  itWith('bash', 'makes bash complete files that a command takes, and folders', async () => {
    const offered = OFFERED.bash
    assert.deepEqual(await offered('run', ''), ['bin', 'lesson.gradnb', 'one.yaml', 'runs'])
    assert.deepEqual(await offered('export', 'l'), ['lesson.gradnb'])
    assert.deepEqual(await offered('merge', 'lesson.gradnb', 'r'), ['runs'])
    assert.deepEqual(await offered('run', 'lesson.gradnb', '--weights', 'd'), ['data.csv'])
    assert.deepEqual(await offered('run', 'lesson.gradnb', '--cell', '=', 'd'), ['deep-net'])
  })

  itWith('zsh', 'makes zsh complete files that a command takes', async () => {
    assert.deepEqual(await OFFERED.zsh('run', ''), ['*.(gradnb|yaml|yml)', '-g', 'files'])
  })

  itWith('fish', 'makes fish complete files that a command takes', async () => {
    assert.deepEqual(await OFFERED.fish('export', 'l'), ['lesson.gradnb'])
  })

  it('offers nothing for a notebook that is not there, and no word for what it does not know', async () => {
    for (const words of [
      ['run', 'none.gradnb', '--cell', ''],
      ['nothing', ''],
      ['run', 'a.gradnb', 'b']
    ])
      assert.deepEqual(await gradnb(['complete', '--', ...words]), { status: 0, stdout: 'words\n', stderr: '' })
    assert.equal((await gradnb(['completion', 'tcsh'])).status, 2)
  })
})
