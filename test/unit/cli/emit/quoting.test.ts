import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { parse } from 'yaml'
import { jobName } from '../../../../src/cli/emit/jobName'
import { containerWord, doubleQuoted, shellWord } from '../../../../src/cli/emit/quoting'
import { shellWords } from '../../../../src/cli/emit/shellWords'
import { visibleLine } from '../../../../src/text'
import { HOSTILE_NAMES } from './hostileNames'
import { expanded } from './kubernetes'

/** What a program prints. */
function answer(command: string, args: readonly string[], input: string, locale: string): string {
  const { stdout, status } = spawnSync(command, args, { input, env: { ...process.env, LC_ALL: locale } })
  assert.equal(status, 0)
  return stdout.toString()
}

/** Any text that a file can be called. */
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter(text => !text.includes('\0'))

describe('words in emitted files', function () {
  this.timeout(180_000)
  const names = [...HOSTILE_NAMES, ...fc.sample(name, { numRuns: 500, seed: 1 })]

  for (const locale of ['C', 'C.UTF-8'])
    it(`are for bash what they were, in the locale ${locale}`, () => {
      const words = names.map(shellWord).join(' ')
      assert.deepEqual(answer('bash', ['-s'], `printf '%s\\0' ${words}`, locale).split('\0').slice(0, -1), names)
    })

  it('are for Python what they were', () => {
    const program = `import json\nprint(json.dumps([${names.map(doubleQuoted).join(', ')}]))`
    assert.deepEqual(JSON.parse(answer('python3', ['-'], program, 'C.UTF-8')), names)
  })

  it('are for YAML what they were', () => {
    const text = names.map(name => `- ${doubleQuoted(name)} # comment\n`).join('')
    for (const version of ['1.1', '1.2'] as const) assert.deepEqual(parse(text, { version }), names)
  })

  it('are for a container what they were, once Kubernetes has put in its variables', () => {
    const words = parse(names.map(name => `- ${containerWord(name)}\n`).join('')) as string[]
    const environment = { JOB_COMPLETION_INDEX: '3', GRADNB_SHARDS: '8' }
    assert.deepEqual(
      words.map(word => expanded(word, environment)),
      names
    )
    assert.equal(expanded('$(GRADNB_SHARDS) $$(GRADNB_SHARDS) $(none)', environment), '8 $(GRADNB_SHARDS) $(none)')
  })

  it('are for a container what a shell makes of the command that is given', () => {
    for (const command of [
      'gradnb',
      ' npx  gradnb ',
      `'/opt/my tools/gradnb' --a="b c"`,
      `sh -c 'cd /x; exec gradnb "$@"' sh`,
      `a\\ b "c\\"d\\e" ''"" 'x'y"z"`,
      'ünï /a/b:c,d@e%f+g=h'
    ])
      assert.deepEqual(shellWords(command), answer('bash', ['-s'], `printf '%s\\0' ${command}`, 'C.UTF-8').split('\0').slice(0, -1)) // prettier-ignore
    for (const command of [
      '$G',
      'a; b',
      'a | b',
      'a > b',
      '"$G"',
      '`id`',
      '~/gradnb',
      'a*',
      "it's",
      '"open',
      'a\\',
      'A=1 gradnb',
      'a # b',
      'a & b',
      '(a)'
    ])
      // prettier-ignore
      assert.equal(shellWords(command), null, command)
  })

  it('hold nothing that ends a line, is not seen or acts on a terminal, so that comments may hold them', () => {
    for (const word of names.flatMap(name => [shellWord(name), doubleQuoted(name), containerWord(name)]))
      assert.equal(visibleLine(word), word)
  })
})

describe('the name of a job', () => {
  it('is a label of RFC 1123 that leaves room for the number of a task, whatever the cell is called', () => {
    const cells = [...HOSTILE_NAMES, ...fc.sample(name, { numRuns: 300, seed: 2 }), 'x'.repeat(300), '漢字', '_', '12']
    for (const cell of cells) {
      const label = jobName('Übung 3', cell)
      assert.match(label, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, cell)
      assert.ok(`${label}-merge`.length <= 63 - '-99999'.length, label)
    }
  })

  it('says the names of the notebook and the cell, and tells apart those that say the same', () => {
    assert.equal(jobName('lesson', 'rates'), 'gradnb-lesson-rates')
    const labels = ['Rates', 'räte', 'RÄTE', 'rate', '学習', '速度'].map(cell => jobName('lesson', cell))
    assert.equal(new Set(labels).size, labels.length)
    assert.match(labels[1]!, /^gradnb-lesson-rate-[0-9a-f]{6}$/)
  })
})
