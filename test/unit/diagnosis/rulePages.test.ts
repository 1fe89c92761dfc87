import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { CONCERNS, RULES, ruleLabel } from '../../../src/diagnosis'
import { placeOfKeys } from '../../../src/language'

const page = readFileSync(path.join('media', 'docs', 'RULES.md'), 'utf8')
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map(text => [text.slice(0, text.indexOf('\n')), text] as const)
)

describe('the page about the rules', () => {
  it('has every rule, and no other', () => {
    assert.deepEqual([...sections.keys()].sort(), [...RULES].sort())
  })

  it('says of each what it means, its formula, when it fires, where it is from and what helps', () => {
    for (const [rule, text] of sections) {
      const [, about = ''] = text.split('\n\n')
      assert.match(about, /^[A-Z].{30,}\.$/s, rule)
      for (const part of ['Formula', 'Fires', 'Source', 'What helps'])
        assert.match(text, new RegExp(`^- ${part}: \\S.{8,}`, 'm'), `${rule}: ${part}`)
    }
  })

  it('has a name for each', () => {
    assert.equal(new Set(RULES.map(ruleLabel)).size, RULES.length)
  })
})

describe('the setting that silences rules', () => {
  it('offers every rule', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    const { items } = manifest.contributes.configuration.properties['gradnb.diagnosis.silenced']
    assert.deepEqual(items.enum, RULES)
  })
})

describe('the place of a finding', () => {
  const at = (text: string, paths: readonly string[]) => {
    const { start, end } = placeOfKeys(text, paths)
    return text.slice(start, end)
  }

  it('is the key that the cause concerns, in whatever form and language it is written', () => {
    const rate = CONCERNS.learning_rate_too_large
    assert.equal(at('epochs: 3\noptimizer: {name: sgd, lr: 5}', rate), 'lr: 5')
    assert.equal(at('optimizer:\n  name: sgd\n  learning_rate: 5 # high', rate), 'learning_rate: 5')
    assert.equal(at('optimizer: sgd', rate), 'optimizer: sgd')
    assert.equal(
      at('activation: [relu,\n  tanh]\ninitializer: he', CONCERNS.vanishing_signal),
      'activation: [relu,\n  tanh]'
    )
  })

  it('is the first line of a cell that does not say it, also where nothing can be read', () => {
    assert.equal(at('# deep\n  dataset: spiral  \nseed: 1', CONCERNS.overfit.slice(0, 1)), 'dataset: spiral')
    assert.equal(at('', CONCERNS.symmetry), '')
    assert.equal(at('# only this', CONCERNS.symmetry), '')
    assert.equal(at('{[: a', CONCERNS.symmetry), '{[: a')
  })
})
