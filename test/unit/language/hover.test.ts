import assert from 'node:assert/strict'
import { cellShape, hoverAt } from '../../../src/language'

const shape = cellShape()

/** What is told of the word before `|`. */
function told(marked: string): string {
  const offset = marked.indexOf('|')
  return hoverAt(shape, marked.replace('|', ''), offset)?.markdown ?? ''
}

describe('hover in an experiment cell', () => {
  it('tells a key’s kind, default, meaning and names', () => {
    assert.equal(
      told('activation|: relu').split('\n\n')[0],
      '**`activation`** · name, or a list of names · default tanh'
    )
    assert.match(
      told('optimizer: {name: sgd, momentum|: 0.5}'),
      /number ≥ 0 < 1 · default 0\n\nThe share of the last step/
    )
    assert.match(told('loss|: mse'), /`categorical_crossentropy`/)
  })

  it('tells the keys of a sweep, and in it what its parameters and values mean', () => {
    assert.match(told('sweep|: {}'), /Runs for combinations of values, as in W&B/)
    assert.match(told('sweep: {parameters: {optimizer.learning_rate|: [0.1]}}'), /number/)
    assert.match(told('sweep: {parameters: {activation: [sigmoid|]}}'), /φ′ = φ/)
    assert.match(told('sweep: {parameters: {epochs: {distribution|: uniform}}}'), /How values are drawn/)
    assert.match(told('variants: {a: {initializer: he|}}'), /He et al. 2015/)
    assert.match(told('seeds|: 5'), /how much is luck/)
    assert.match(told('compare|: [a]'), /side by side/)
  })

  it('tells a name’s formula and source', () => {
    assert.equal(
      told('initializer: he|'),
      '**`he`**\n\nKeeps the signal of relu nets: twice the variance of xavier makes up for the half that relu drops. For leaky_relu it counts the negative slope, as PyTorch’s kaiming_normal_ does. Too large for tanh.\n\n`W from N(0, 2/fan_in); for leaky_relu N(0, 2/((1 + slope²) fan_in))`\n\n*He et al. 2015, eq. 10 and 15*'
    )
    assert.match(told('activation:\n  - sigmoid|'), /φ′ = φ \(1 − φ\) ≤ ¼/)
  })

  it('tells of the output layer’s activation and of losses of numbers', () => {
    assert.match(told('output_activation|: tanh'), /default linear\n\n[^]*`linear` `sigmoid` `softmax` `tanh` `relu`/)
    assert.match(told('output_activation: sigmoid|'), /binary_crossentropy has its own sigmoid/)
    assert.match(told('loss: half_mse|'), /½ mean \(z − t\)²/)
  })

  it('tells the two Xaviers apart, in both', () => {
    assert.match(told('initializer: xavier|'), /N\(0, 1\/fan_in\)/)
    assert.match(
      told('initializer: xavier|'),
      /glorot_normal, with 2\/\(fan_in \+ fan_out\). The two agree where fan_in = fan_out/
    )
    assert.match(told('initializer: glorot_normal|'), /xavier is the heuristic N\(0, 1\/fan_in\)/)
    assert.match(told('initializer: xavier_uniform|'), /= `glorot_uniform`[^]*Glorot & Bengio 2010, eq. 16/)
  })

  it('knows which mapping a key is in', () => {
    assert.match(told('dataset:\n  name: spiral\n  noise|: 0'), /Standard deviation of the noise/)
    assert.match(told('initializer: [{name: mean_field, sigma_w2|: 2}, he, he]'), /fan_in times the variance/)
    assert.match(told('optimizer: {name: adam, lr|: 1}'), /\*\*`learning_rate`\*\*[^]*default 0.001/)
    assert.match(told('epochs: 3|0'), /Passes over the training set/)
    assert.match(told('dataset: {csv: a.csv, targ|et: y}'), /The column to predict/)
    assert.match(told('dataset: {csv: a.csv, target: y, miss|ing: drop}'), /default error[^]*`error` `drop` `mean`/)
    assert.match(
      told('dataset: {csv: a.csv, target: y, missing: me|an}'),
      /the mean of its column in the training rows/
    )
    assert.match(told('dataset: {csv: a.csv, target: y, ign|ore: [id]}'), /Columns to leave out/)
  })

  it('says nothing where there is nothing to say', () => {
    for (const text of ['foo|: 1', 'activation: rleu|', '# comm|ent', '|']) assert.equal(told(text), '', text)
  })
})
