import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isSameExperiment, parseExperiment, resolvedCell, withData } from '../../../src/experiment'
import { told } from './told'

const csv = (keys: string): string => `dataset: {csv: a.csv, ${keys}}`

function datasetOf(keys: string): Record<string, unknown> {
  const result = parseExperiment(csv(keys))
  assert.ok(result.ok, result.ok ? '' : result.problems.map(({ message }) => message).join('\n'))
  return { ...result.experiment.dataset }
}

describe('the keys of a CSV file', () => {
  it('have defaults', () => {
    assert.deepEqual(datasetOf('target: y'), {
      ...{ name: 'csv', csv: 'a.csv', target: 'y', task: null },
      ...{ inputs: null, ignore: [], categories: [], missing: 'error' },
      ...{ separator: null, decimal: null, header: null, standardize_target: false },
      ...{ test_split: 0.2, standardize: true }
    })
  })

  it('take one column or several, by name or by number', () => {
    const { target, inputs, ignore, categories } = datasetOf('target: 1, inputs: [2, b], ignore: id, categories: [2]')
    assert.deepEqual([target, inputs, ignore, categories], ['1', ['2', 'b'], ['id'], ['2']])
    assert.deepEqual(datasetOf('target: [1, y]')['target'], ['1', 'y'])
  })

  it('take the character or the word', () => {
    const signs = (keys: string) => {
      const { separator, decimal } = datasetOf(`target: y, ${keys}`)
      return [separator, decimal]
    }
    assert.deepEqual(signs('separator: ";", decimal: ","'), ['semicolon', 'comma'])
    assert.deepEqual(signs('separator: ;, decimal: .'), ['semicolon', 'point'])
    assert.deepEqual(signs('separator: "\\t"'), ['tab', null])
    assert.deepEqual(signs("separator: '\\t'"), ['tab', null])
    assert.deepEqual(signs('separator: "|", decimal: comma'), ['pipe', 'comma'])
    assert.deepEqual(signs('separator: ","'), ['comma', null])
  })

  it('are refused with what would be right', () => {
    const cases: [string, string][] = [
      [
        'target: y, separator: ":"',
        'unknown-name [":"] unknown separator ":"; choose one of comma, semicolon, tab, pipe'
      ],
      ['target: y, missing: dropp', 'unknown-name [dropp] unknown missing "dropp"; did you mean "drop"?'],
      ['target: y, decimal: 1', 'unknown-name [1] unknown decimal 1; choose one of point, comma'],
      ['target: y, header: 1', 'wrong-type [1] dataset.header must be true or false, not 1; write true'],
      ['target: y, ignore: {}', 'wrong-type [{}] dataset.ignore must be text, a number or a list, not {}'],
      ['target: y, inputs: []', 'out-of-range [[]] dataset.inputs must not be empty'],
      ['target: y, sep: ";"', 'unknown-key [sep] unknown key "sep" in dataset; did you mean "separator"?'],
      ['target: y, features: [a]', 'unknown-key [features] unknown key "features" in dataset; did you mean "inputs"?'],
      ['target: y, drop: [a]', 'unknown-key [drop] unknown key "drop" in dataset; did you mean "ignore"?'],
      ['target: y, na: drop', 'unknown-key [na] unknown key "na" in dataset; did you mean "missing"?']
    ]
    for (const [keys, sentence] of cases) assert.deepEqual(told(csv(keys)), [sentence])
    assert.deepEqual(told('ignore: [id]'), [
      'misplaced-key [ignore] "ignore" belongs in dataset: write dataset: {csv: data.csv, target: column, ignore: [id]}'
    ])
  })

  it('must not contradict each other', () => {
    const cases: [string, string][] = [
      ['target: y, inputs: [a, a]', '[a] inputs lists "a" twice; remove one'],
      ['target: y, inputs: [a, y]', '[y] inputs lists "y", but it is the target, so it cannot be an input: remove it'],
      ['target: y, ignore: y', '[y] ignore lists "y", but it is the target, so it cannot be left out: remove it'],
      [
        'target: y, inputs: [a], ignore: [a]',
        '[a] ignore lists "a", but it is among the inputs: remove it from one of the two'
      ],
      [
        'target: y, categories: [y]',
        '[y] categories lists "y", but it is the target, whose names are classes anyway: remove it'
      ],
      [
        'target: y, categories: [a], ignore: [a]',
        '[a] categories lists "a", but it is left out by ignore: remove it from one of the two'
      ],
      ['target: y, inputs: [a], categories: [b]', '[b] categories lists "b", which is not among inputs; add it there'],
      ['target: y, header: false', '[y] with header: false columns are numbered from 1, so there is no "y"'],
      [
        'target: 1, inputs: [0], header: false',
        '[0] with header: false columns are numbered from 1, so there is no "0"'
      ],
      [
        'target: y, separator: ",", decimal: ","',
        '[","] a comma cannot both separate values and be the decimal sign; change separator or decimal'
      ],
      [
        'target: y, standardize_target: true, task: classification',
        '[true] standardize_target is for numbers, not for classes; remove it'
      ]
    ]
    for (const [keys, sentence] of cases) assert.deepEqual(told(csv(keys)), [`conflict ${sentence}`])
    assert.deepEqual(told(`${csv('target: y, standardize_target: true')}\nloss: categorical_crossentropy`), [
      'conflict [true] standardize_target is for numbers, not for classes; remove it'
    ])
  })

  it('are written into the record, and read again as the same experiment', () => {
    const text = csv('target: 3, ignore: [1], categories: 2, header: false, separator: ";", missing: mean')
    const result = parseExperiment(text)
    assert.ok(result.ok)
    const recorded = resolvedCell(withData(result.experiment, 'regression'))
    const again = parseExperiment(JSON.stringify(recorded))
    assert.ok(again.ok)
    assert.ok(isSameExperiment(again.experiment, recorded))
    assert.ok(isSameExperiment(result.experiment, recorded))
    const other = parseExperiment(text.replace('mean', 'drop'))
    assert.ok(other.ok && !isSameExperiment(other.experiment, recorded))
  })

  it('count as left out in records from before there were any', () => {
    const result = parseExperiment(csv('target: y'))
    assert.ok(result.ok)
    const { dataset, ...rest } = resolvedCell(withData(result.experiment, 'regression'))
    const { test_split, standardize, name, csv: file, target, task } = dataset as Record<string, never>
    const old = { ...rest, dataset: { name, csv: file, target, task, test_split, standardize } }
    assert.ok(isSameExperiment(result.experiment, old))
  })
})
