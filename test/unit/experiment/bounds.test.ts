import assert from 'node:assert/strict'
import { parseExperiment, TEXT_BOUNDS } from '../../../src/experiment'
import { some } from '../some'
import { problems, told } from './told'

const PROBLEMS = 50

describe('bounds of a cell', () => {
  const levels = (open: string, count: number) => open.repeat(count)

  for (const open of ['[', '{', '{a: ', '[a: ', '- ', '? ', ': '])
    it(`refuse ${JSON.stringify(open)} within itself before YAML sees it, in a cell after another`, () => {
      for (let depth = 40; depth < 60_000; depth *= 3)
        assert.match(told(levels(open, depth))[0]!, /^limit \[.\] mappings and lists may be 32 levels deep/)
    })

  it('refuse nesting by indentation', () => {
    const text = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')
    assert.match(told(text)[0]!, /^limit \[a\] mappings and lists may be 32 levels deep/)
  })

  it('allow as much as anyone writes', () => {
    assert.doesNotMatch(told(`${levels('[', 32)}${levels(']', 32)}`)[0]!, /^limit/)
    assert.doesNotMatch(told(`dataset: {csv: "${'x'.repeat(100_000)}"}`)[0]!, /^limit/)
    const [problem] = told(`hidden_layers: [${'16, '.repeat(1400)}]\nepochs: 1000`)
    assert.match(problem!, /recorded cells/)
  })

  it('are told with the place where too much begins', () => {
    const { characters, pieces } = TEXT_BOUNDS
    const long = problems(`epochs: 1 # ${'x'.repeat(characters)}`)
    assert.deepEqual(
      long.map(({ code, start }) => [code, start]),
      [['limit', characters]]
    )
    const [many] = problems(`activation: [${'tanh, '.repeat(pieces)}]`)
    assert.equal(many!.code, 'limit')
    assert.ok(many!.start > pieces && many!.start < 2 * pieces, String(many!.start))
  })

  it('leave no time for expressions that go over a text again and again', () => {
    const start = process.cpuUsage().user
    problems(`optimizer: sgd, lr: 0.1${' '.repeat(100_000)}x`)
    problems('a('.repeat(100_000))
    problems(`hidden_layers: [${'x, '.repeat(100_000)}]`)
    problems(`activation: [${'x, '.repeat(1400)}]`)
    problems(Array.from({ length: 1400 }, (_, i) => `k${i}: 1`).join('\n'))
    assert.ok(process.cpuUsage().user - start < 2_000_000, 'more than two seconds')
  })

  it('tell at most fifty problems, and how many are left', () => {
    const keys = Array.from({ length: 70 }, (_, i) => `foo${i}: 1`).join('\n')
    for (const text of [keys, `hidden_layers: [${'x, '.repeat(70)}]`]) {
      const all = problems(text)
      assert.equal(all.length, PROBLEMS + 1)
      assert.equal(all.at(-1)!.message, '20 more problems are not shown; fix these first')
    }
    assert.equal(problems(keys.split('\n').slice(0, PROBLEMS).join('\n')).length, PROBLEMS)
  })

  it('keep sentences short whatever the cell repeats', () => {
    const long = 'x'.repeat(50_000)
    for (const text of [`${long}: 1`, `epochs: ${long}`, `epochs${long}`, `epochs: [${long}]`, `name: ${long}!`])
      for (const { message } of some(problems(text))) assert.ok(message.length < 1100, message.slice(0, 60))
  })
})

describe('aliases of a cell', () => {
  it('within their own anchor are problems with a place', () => {
    assert.deepEqual(told('hidden_layers: &a [*a]'), [
      'yaml-syntax [*a] the alias *a is inside the value that it stands for (&a); write out what you mean'
    ])
    assert.deepEqual(told('dataset: &a {name: *a}'), [
      'yaml-syntax [*a] the alias *a is inside the value that it stands for (&a); write out what you mean'
    ])
  })

  it('mean the last anchor of their name, and may be used', () => {
    const result = parseExperiment('hidden_layers: &a [&a 3, *a]')
    assert.ok(result.ok)
    assert.deepEqual(result.experiment.hidden_layers, [3, 3])
  })

  it('are stopped where they expand to too much, also those of empty lists', () => {
    const names = 'abcdefghijklmnop'.split('')
    const rows = names.map((name, i) => `${name}: &${name} [${`*${names[i - 1]}, `.repeat(i > 0 ? 6 : 0)}]`)
    assert.match(told([...rows, 'hidden_layers: *p'].join('\n'))[0]!, /^too-many-aliases \[\*.\]/)
  })
})

describe('names from a cell in sentences', () => {
  it('never act in a terminal', () => {
    const acting = '\\e[31m\\u202e\\x07\\x9b'
    for (const text of [
      `"${acting}": 1`,
      `activation: "${acting}"`,
      `dataset: {"csv": 1, "${acting}": 2}`,
      `"${acting}"`
    ])
      for (const { message } of some(problems(text))) {
        assert.doesNotMatch(message, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
        if (/31m/.test(message)) assert.match(message, /\\u001b\[31m/)
      }
  })
})
