import assert from 'node:assert/strict'
import { problems } from './told'

/** Misspelt words, and the one that is meant. */
const SPELLINGS: readonly (readonly [string, string | undefined])[] = [
  ['activation: rleu', 'relu'],
  ['activation: signoid', 'sigmoid'],
  ['activation: sigmiod', 'sigmoid'],
  ['activation: swihs', 'swish'],
  ['activation: identiy', 'identity'],
  ['optimizer: adma', 'adam'],
  ['optimizer: rmsporp', 'rmsprop'],
  ['optimizer: {name: adam, lr_: 0.1}', 'lr'],
  ['optimizer: {name: adam, lera_rning_rate: 0.1}', 'learning_rate'],
  ['initializer: xavier_norm', 'xavier_normal'],
  ['initializer: kaiming_unifrom', 'kaiming_uniform'],
  ['initializer: Kaiming_Normal', 'kaiming_normal'],
  ['initializer: xaiver', 'xavier'],
  ['initializer: kaiming_he_normal_uniform', undefined],
  ['num_hidden_layers: [3]', 'hidden_layers'],
  ['hiddenlayers: [3]', 'hidden_layers'],
  ['dataset: sprial', 'spiral'],
  ['seeed: 1', 'seed'],
  ['sede: 1', 'seed'],
  ['activation: transformer', undefined],
  [`activation: ${'relu'.repeat(1000)}`, undefined]
]

describe('a misspelt word', () => {
  for (const [text, meant] of SPELLINGS)
    it(`in ${text.slice(0, 60)} is taken for ${meant ?? 'nothing else'}`, () => {
      assert.equal(problems(text)[0]!.suggestion, meant)
    })
})
