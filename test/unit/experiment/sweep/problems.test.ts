import assert from 'node:assert/strict'
import { toldOf } from './runsOf'

const parameters = (text: string, method = 'grid'): string[] =>
  toldOf(`sweep: {method: ${method}, ${method === 'random' ? 'run_cap: 5, ' : ''}parameters: {${text}}}`)

describe('what is wrong with a sweep', () => {
  it('is told at the value that its key does not take, once, whatever the number of runs', () => {
    assert.deepEqual(parameters('epochs: [1, few, -1], l1: [0.5, 0.25, 0.125]'), [
      'wrong-type [few] epochs must be a whole number, not "few"; write it in digits',
      'out-of-range [-1] epochs must be at least 0, not -1'
    ])
    assert.deepEqual(parameters('initializer: [xavier, {name: random_normal, stdev: 1}, hee]'), [
      'unknown-key [stdev] unknown key "stdev" in initializer; did you mean "stddev"?',
      'unknown-name [hee] unknown initializer "hee"; did you mean "he"?'
    ])
    assert.deepEqual(toldOf('variants: {a: {epochs: 1.5}, b: {optimizer: {lr: fast}}}'), [
      'wrong-type [1.5] epochs must be a whole number, not 1.5; write 1 or 2',
      'wrong-type [fast] optimizer.learning_rate must be a number, not "fast"; write it in digits'
    ])
  })

  it('is told at the part of a dotted path that leads nowhere', () => {
    assert.deepEqual(parameters('optimizer.learning_rat: [0.1]'), [
      'unknown-key [learning_rat] unknown key "learning_rat" in optimizer; did you mean "learning_rate"?'
    ])
    assert.deepEqual(parameters('optimzer.lr: [0.1]'), [
      'unknown-key [optimzer.lr] "optimzer.learning_rate" does not lead to a key of a cell; did you mean optimizer.learning_rate?'
    ])
    assert.deepEqual(parameters('lr: [0.1]'), ['misplaced-key [lr] "lr" belongs in optimizer: write optimizer.lr'])
    assert.deepEqual(parameters('epochs.x: [1]'), [
      'unknown-key [epochs.x] epochs is a single value, so epochs.x leads nowhere; write epochs'
    ])
    assert.deepEqual(parameters('optimizer..lr: [1]'), [
      'unknown-key [optimizer..lr] "optimizer..learning_rate" has a dot too many; write the path as in optimizer.learning_rate'
    ])
    assert.deepEqual(parameters('name: [a, b]'), [
      'conflict [name] name cannot differ between the runs of a cell; remove it'
    ])
    assert.deepEqual(parameters('optimizer: {learning_rate: [0.1]}'), [
      'unknown-key [learning_rate] unknown key learning_rate in optimizer; for a key within another write optimizer.learning_rate, or {parameters: {learning_rate: …}}'
    ])
  })

  it('is told where two values do not fit, with the run', () => {
    assert.deepEqual(parameters('hidden_layers: [[8], [8, 8]], activation: [tanh, [relu, relu]]'), [
      'wrong-length [[relu, relu]] activation has 2 entries for 1 hidden layer; list one for each, or write a single one for all (run 1: hidden_layers [8], activation ["relu","relu"])'
    ])
    assert.deepEqual(parameters('optimizer: [sgd, adam], optimizer.momentum: [0.9]'), [
      'unknown-key [momentum] unknown key "momentum" in optimizer; adam does not have it, but sgd and rmsprop do'
    ])
    assert.deepEqual(
      toldOf(
        'dataset: spiral\nloss: mse\nvariants: {a: {}, b: {dataset: moons, loss: binary_crossentropy}, c: {dataset: plane, loss: binary_crossentropy}}'
      ),
      [
        'conflict [binary_crossentropy] plane is a regression, so its loss must be mse, half_mse or mae, not binary_crossentropy (run 2: c)'
      ]
    )
    assert.deepEqual(toldOf('variants: {a: {optimizer.lr: 0.1}}\nsweep: {parameters: {optimizer.lr: [0.2]}}'), [
      "conflict [optimizer.lr] optimizer.learning_rate is set by the sweep and by the variant a, so the variant's value would never be used; remove one of them"
    ])
    assert.deepEqual(parameters('optimizer.lr: [0.1], optimizer: {parameters: {learning_rate: [0.2]}}'), [
      'duplicate-key [learning_rate] optimizer.learning_rate appears twice; keep one'
    ])
  })

  it('is told of values that are given in no way that there is', () => {
    assert.deepEqual(parameters('epochs: 3'), [
      'wrong-type [3] say which values epochs takes: a list [3], or {value: 3} for a single one'
    ])
    assert.deepEqual(parameters('epochs: []'), ['out-of-range [[]] epochs must list at least one value'])
    assert.deepEqual(parameters('epochs: {valeus: 3}'), [
      'unknown-key [valeus] unknown key "valeus" in epochs; its keys are values, value, min, max, mu, sigma, distribution, probabilities'
    ])
    assert.deepEqual(parameters('epochs: {min: 1, max: 5}'), [
      'conflict [{min: 1, max: 5}] a grid needs the values of epochs one by one: list them as {values: […]}, or write method: random'
    ])
    assert.deepEqual(toldOf('sweep: {method: grid}'), [
      'missing-key [{method: grid}] sweep needs parameters, for example parameters: {optimizer.learning_rate: [0.01, 0.1]}'
    ])
    assert.deepEqual(toldOf('sweep: 5'), [
      'wrong-type [5] sweep must be a mapping, for example {method: grid, parameters: {optimizer.learning_rate: [0.01, 0.1]}}'
    ])
  })

  it('is told of distributions', () => {
    const random = (spec: string) => parameters(`l1: ${spec}`, 'random')
    assert.deepEqual(random('{min: 2, max: 1}'), [
      'out-of-range [2] min (2) must be below max (1); swap or change them'
    ])
    assert.deepEqual(random('{min: 1, max: 1}'), [
      'out-of-range [1] min (1) must be below max (1); swap or change them'
    ])
    assert.deepEqual(
      random('{min: 1}'),
      ['missing-key [{min: 1}] int_uniform needs max; add it to l1'].map(text => text.replace('int_uniform', 'uniform'))
    )
    assert.deepEqual(random('{min: 0, max: 1, distribution: log_uniform_values}'), [
      'out-of-range [0] log_uniform_values needs min above 0, as zero and negative numbers have no logarithm'
    ])
    assert.deepEqual(random('{min: low, max: 1}'), ['wrong-type [low] min must be a finite number, not "low"'])
    assert.deepEqual(random('{distribution: normal, mu: 1, sigma: 0}'), [
      'out-of-range [0] sigma must be above 0; for a single value write {value: …}'
    ])
    assert.deepEqual(random('{values: [1, 2], probabilities: [0.5, 0.4]}'), [
      'out-of-range [[0.5, 0.4]] the probabilities must add up to 1, not 0.9'
    ])
    assert.deepEqual(random('{values: [1, 2], probabilities: [1]}'), [
      'wrong-length [[1]] probabilities must have one number for each value: 1 for 2 values'
    ])
    assert.deepEqual(random('{values: [1, 2], probabilities: [2, -1]}'), [
      'out-of-range [2] a probability must be a number from 0 to 1, not 2'
    ])
    assert.deepEqual(random('{min: 1, max: 2, values: [1]}'), [
      'conflict [min] min means nothing with categorical; remove it',
      'conflict [max] max means nothing with categorical; remove it'
    ])
    assert.deepEqual(random('{distribution: int_uniform, min: 0.5, max: 2}'), [
      'wrong-type [0.5] with int_uniform min must be a whole number below 9,007,199,254,740,992 in size, not 0.5'
    ])
  })

  it('is told of what only W&B has, with what to use', () => {
    assert.deepEqual(toldOf('sweep: {method: bayes, parameters: {epochs: [1]}}'), [
      'unknown-name [bayes] bayes is not supported, as runs are quick enough to try them all: use grid, or random with run_cap'
    ])
    assert.deepEqual(toldOf('sweep: {method: random, parameters: {epochs: [1]}}'), [
      'missing-key [random] random needs run_cap, the number of combinations to draw, for example run_cap: 20'
    ])
    assert.deepEqual(
      toldOf(
        'sweep: {parameters: {epochs: [1]}, early_terminate: {type: hyperband}, program: train.py, metric: {name: val_los, goal: minimize}}'
      ),
      [
        'unsupported-key [early_terminate] early_terminate is not supported; use stop instead, for example stop: {loss_below: 0.1}',
        'unsupported-key [program] program means something to W&B only; remove it',
        'unknown-name [val_los] "val_los" is not measured; sort by loss, accuracy, test_loss or test_accuracy',
        'unsupported-key [goal] remove goal: losses are sorted from the lowest up and accuracies from the highest down'
      ]
    )
    const refused = (name: string) => parameters(`l1: {distribution: ${name}, min: 1, max: 2}`, 'random')
    assert.deepEqual(refused('q_uniform'), [
      'unknown-name [q_uniform] q_uniform is not supported; use int_uniform, or list the values: {values: […]}'
    ])
    assert.deepEqual(refused('q_log_uniform_values'), [
      'unknown-name [q_log_uniform_values] q_log_uniform_values is not supported; use log_uniform_values, or list the values: {values: […]}'
    ])
    assert.deepEqual(refused('inv_log_uniform'), [
      'unknown-name [inv_log_uniform] inv_log_uniform is not supported; use log_uniform_values with min and max'
    ])
    assert.deepEqual(refused('log_uniform'), [
      'unknown-name [log_uniform] log_uniform is not supported, as its min and max are exponents; use log_uniform_values with the values themselves'
    ])
    assert.deepEqual(refused('unifrom'), [
      'unknown-name [unifrom] unknown distribution "unifrom"; did you mean uniform?'
    ])
  })

  it('is told of too many runs and seeds, before any is made', () => {
    const ten = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]'
    const keys = ['epochs', 'batch_size', 'l1', 'l2', 'seed', 'hidden_layers.depth', 'hidden_layers.units', 'optimizer.lr', 'dataset.samples', 'stop.loss_below', 'optimizer.clipnorm', 'dataset.classes'] // prettier-ignore
    const text = `sweep: {parameters: {${keys.map(key => `${key}: ${ten}`).join(', ')}}}`
    assert.deepEqual(toldOf(text), [
      'limit [sweep] this cell makes 1,000,000,000,000 runs, and the limit is 10,000; list fewer values, or raise the limit: the setting gradnb.limits.runs in VS Code, --max-runs on the command line'
    ])
    assert.deepEqual(toldOf('seeds: 20000'), [
      'limit [seeds] this cell makes 20,000 runs, and the limit is 10,000; list fewer values, or raise the limit: the setting gradnb.limits.runs in VS Code, --max-runs on the command line'
    ])
    assert.deepEqual(toldOf('seed: 4294967290\nseeds: 7'), [
      'out-of-range [7] seed 4,294,967,290 and seeds 7 go beyond the last seed, 4,294,967,295; make one of them smaller'
    ])
    assert.deepEqual(toldOf('seeds: [1, 2]'), [
      'wrong-type [[1, 2]] seeds is a number: write seeds: 2, and seed for the first of them'
    ])
    assert.deepEqual(toldOf('seeds: 0'), [
      'out-of-range [0] seeds must be how many times every run is repeated, a whole number of at least 1, not 0'
    ])
  })

  it('is told of variants, and of the keys that all runs have', () => {
    assert.deepEqual(toldOf('variants: [a, b]'), [
      'wrong-type [[a, b]] variants must be a mapping from labels to keys, for example {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [64]}}'
    ])
    assert.deepEqual(toldOf('variants: {a: relu}'), [
      'wrong-type [relu] variant a must be a mapping of keys and values, for example {activation: relu}'
    ])
    assert.deepEqual(toldOf('seeds: 2\nepocs: 3\nbatch_size: 0'), [
      'unknown-key [epocs] unknown key "epocs"; did you mean "epochs"?'
    ])
    assert.deepEqual(toldOf('seeds: 2\nbatch_size: 0'), ['out-of-range [0] batch_size must be at least 1, not 0'])
  })
})
