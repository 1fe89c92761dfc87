import assert from 'node:assert/strict'
import { cellSymbol, definitionsOf, nameAt, nameUses, usesOfName } from '../../../src/language'

const CELLS = ['name: base\nepochs: 1', 'extends: base\nname: deep', 'compare: [base, deep]\n']

describe('names of cells', () => {
  it('stand in name, extends and compare', () => {
    assert.deepEqual(
      CELLS.flatMap(nameUses).map(({ name, role }) => `${role} ${name}`),
      ['definition base', 'reference base', 'definition deep', 'reference base', 'reference deep']
    )
    assert.deepEqual(nameUses('name:\nextends: [a\ncompare: 3'), [
      { name: 'a', role: 'reference', range: { start: 16, end: 17 } }
    ])
  })

  it('stand in compare with a variant or a run behind them', () => {
    const text = 'compare: [base/a+b, "deep#3", base]'
    assert.deepEqual(
      nameUses(text).map(({ name, range }) => [name, text.slice(range.start, range.end)]),
      [
        ['base', 'base'],
        ['deep', 'deep'],
        ['base', 'base']
      ]
    )
  })

  it('lead to the cell that has them, and to everywhere they stand', () => {
    assert.equal(nameAt(CELLS[1]!, 10)?.name, 'base')
    assert.equal(nameAt(CELLS[1]!, 2), null)
    assert.deepEqual(definitionsOf('base', CELLS), [{ cell: 0, start: 6, end: 10 }])
    assert.deepEqual(
      usesOfName('base', CELLS).map(({ cell, start, end }) => [cell, CELLS[cell]!.slice(start, end)]),
      [
        [0, 'base'],
        [1, 'base'],
        [2, 'base']
      ]
    )
  })
})

describe('the outline of a cell', () => {
  it('is its name or its data, with its keys', () => {
    const symbol = cellSymbol('dataset: xor\nname: my-net\noptimizer: {name: sgd}\n')!
    assert.equal(symbol.name, 'my-net')
    assert.deepEqual(
      symbol.children.map(({ name, detail }) => [name, detail]),
      [
        ['dataset', 'xor'],
        ['name', 'my-net'],
        ['optimizer', '{name: sgd}']
      ]
    )
    assert.equal(cellSymbol('dataset: xor')!.name, 'xor')
    assert.equal(cellSymbol('epochs: 3')!.name, 'experiment')
    assert.equal(cellSymbol('# nothing'), null)
  })
})
