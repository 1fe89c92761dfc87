import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ACTIVATIONS, DATASETS, INITIALIZERS, LOSSES, OPTIMIZERS, type Entry } from '../../../src/catalogue'

const TABLES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  ACTIVATIONS,
  DATASETS,
  INITIALIZERS,
  LOSSES,
  OPTIMIZERS
}
const entries = Object.values(TABLES).flatMap(table => Object.entries(table))

describe('a name of the catalogue', () => {
  it('stands for one thing, and so does each of its aliases', () => {
    const all = entries.flatMap(([name, { aliases = [] }]) => [name, ...aliases])
    assert.deepEqual(
      all.filter((name, i) => all.indexOf(name) !== i),
      []
    )
  })

  it('is explained in whole sentences', () => {
    for (const [name, { description }] of entries) assert.match(description, /^\S.*\.$/, name)
  })
})
