import assert from 'node:assert/strict'
import {
  DEFAULT_LIMITS,
  parseCell,
  parseExperiment,
  problemLines,
  type CellResult,
  type Problem
} from '../../../src/experiment'
import {
  cellShape,
  cellSymbol,
  completionsAt,
  fixesOf,
  hoverAt,
  nameUses,
  resolvedText,
  type FixEdit
} from '../../../src/language'
import { MISTAKES } from '../experiment/mistakes'
import { fuzzTexts } from './fuzz'

const CELLS = [
  'name: deep\ndataset: {name: spiral, samples: 512, noise: 0.1, classes: 3}\nhidden_layers: {depth: 20, units: 32}\nactivation: sigmoid\n',
  'dataset:\n  csv: data.csv\n  target: [a, b]\n  task: regression\nhidden_layers: [32, 16]\nactivation: [relu, {name: leaky_relu, negative_slope: 0.2}]\n',
  'dataset: {idx: {images: a.gz, labels: b.gz}, samples: 100}\ninitializer: {name: random_normal, stddev: 0.01}\nbias_initializer: zeros\n',
  'optimizer: {name: sgd, lr: 0.1, momentum: 0.9, nesterov: true, clipnorm: 1}\nstop:\n  loss_below: 1e-3\n  after_seconds: 60\n',
  'base: &base {units: 3, depth: 2}\nhidden_layers: *base # a comment\ninitializer: [xavier, {safetensors: w.safetensors}, he]\n',
  'normalization: batch\nresidual: true\nloss: mse\nl1: 0.1\nprecision: float64\nshuffle: false\nseed: 7\nepochs: 3\nbatch_size: 8\n',
  'name: sweep\nsweep:\n  method: grid\n  metric: {name: test_loss}\n  parameters:\n    optimizer.lr: [0.1, 0.01]\n    initializer: {values: [xavier, {name: random_normal, stddev: 0.01}]}\n    epochs: {value: 3}\nseeds: 2\n',
  'sweep: {method: random, run_cap: 20, parameters: {optimizer: {parameters: {learning_rate: {distribution: log_uniform_values, min: 1e-3, max: 1}}}, l1: {min: 0.5, max: 2.5}, seed: {min: 1, max: 9}, l2: {values: [1, 2], probabilities: [0.5, 0.5]}}}\n',
  'extends: base\nvariants: {sigmoid+xavier: {activation: sigmoid, initializer: xavier}, relu+he: {activation: relu, hidden_layers.depth: 3}, plain: }\nseed: 3\n',
  'compare: [base, sweep/narrow, "sweep#3"]\nname: both\n',
  ...MISTAKES.map(([text]) => text)
]

/** What cells may name. */
const NEIGHBOURS = [
  'name: base\nhidden_layers: [4]',
  'name: sweep\nvariants: {narrow: {hidden_layers: [4]}}\nsweep: {parameters: {epochs: [1, 2, 3]}}',
  'name: broken\nepochs: few',
  'name: loop\nextends: loop'
]

const TOKENS = [
  ...[': ', ':\n', ':\n  ', '- ', '-\n', '? ', ', ', '[', ']', '{', '}', '"', "'", '\n', '\n  ', '\t', '#', ' # '],
  ...[
    '&a ',
    '*a',
    '*a, ',
    '!x ',
    '!!str ',
    '!!set ',
    '!!binary ',
    '<<: ',
    '%YAML 1.1\n',
    '%TAG ! x\n',
    '---\n',
    '...\n'
  ],
  ...[
    '|\n ',
    '>-\n ',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    '0,1',
    '1_000',
    '50%',
    '2k',
    '32x10',
    'nan',
    '-1',
    '1e5'
  ],
  ...[
    'name: ',
    'dataset: ',
    'csv: ',
    'target: ',
    'idx: ',
    'hidden_layers: ',
    'activation: ',
    'initializer: ',
    'loss: '
  ],
  ...['optimizer: ', 'lr: ', 'stop: ', 'epochs: ', 'extends: ', 'depth: ', 'safetensors: ', 'spiral', 'tanh', 'adam'],
  ...[
    'sweep: ',
    'parameters: ',
    'values: ',
    'method: ',
    'random',
    'run_cap: ',
    'min: ',
    'max: ',
    'distribution: ',
    'normal',
    'probabilities: '
  ],
  ...[
    'variants: ',
    'seeds: ',
    'seeds: 99',
    'compare: ',
    'base',
    'loop',
    'broken',
    'optimizer.learning_rate: ',
    'hidden_layers.depth: ',
    '[1, 2, 3, 4, 5, 6, 7, 8, 9]'
  ]
]

/** Reading a cell takes no longer than this (the bound). */
const MILLISECONDS = 100
/** Against hangs only: the machine may be busy. */
const TIMEOUT = 300_000
/** Longer than a cell may be, so that the bound itself is tried. */
const LONG = 210_000

describe('any text as a cell', function () {
  this.timeout(TIMEOUT)

  it('is read or refused with places, without a throw', () =>
    fuzzTexts({ corpus: CELLS, tokens: TOKENS, seed: 1, runs: 25_000, milliseconds: MILLISECONDS }, read))

  it('is read in a tenth of a second, however long', () =>
    fuzzTexts(
      { corpus: CELLS, tokens: TOKENS, seed: 2, runs: 200, longest: LONG, milliseconds: MILLISECONDS },
      text => void resultOf(repeated(text))
    ))

  it('has completions, hovers, fixes, names and an outline that stay within it', () => {
    const shape = cellShape()
    return fuzzTexts({ corpus: CELLS, tokens: TOKENS, seed: 3, runs: 1_500, milliseconds: 5 * MILLISECONDS }, text => {
      const places = [0, text.length >> 1, text.length]
      for (const offset of places) {
        for (const { range } of completionsAt(shape, text, offset, NEIGHBOURS)) within(text, range)
        within(text, hoverAt(shape, text, offset)?.range ?? { start: 0, end: 0 })
      }
      for (const { range } of nameUses(text)) within(text, range)
      within(text, cellSymbol(text)?.range ?? { start: 0, end: 0 })
      fix(text)
    })
  })

  it('that can run is written out in full and means the same', async () => {
    let read = 0
    await fuzzTexts({ corpus: CELLS.slice(0, 6), tokens: TOKENS, seed: 4, runs: 3_000 }, text => {
      const result = parseExperiment(text)
      if (!result.ok) return
      read++
      assert.deepEqual(parseExperiment(resolvedText(result.experiment)), result)
    })
    assert.ok(read > 0)
  })
})

/** Every second input at a length where what is quadratic shows. */
const repeated = (text: string): string =>
  text.length % 2 === 0 ? text : text.repeat(Math.ceil(LONG / Math.max(1, text.length))).slice(0, LONG - 20_000)

/** Cells of more runs take longer; the bound is for what people write. */
const LIMITS = { ...DEFAULT_LIMITS, runs: 500 }

/** Every cell of many runs gives its first and its last. */
function resultOf(text: string): CellResult {
  const result = parseCell(text, { cells: [...NEIGHBOURS, text], limits: LIMITS })
  if (result.ok && result.cell.kind === 'sweep') {
    const { expansion } = result.cell
    for (const index of [0, expansion.count - 1]) assert.equal(expansion.run(index).index, index)
  }
  return result
}

function read(text: string): void {
  const result = resultOf(text)
  if (result.ok) return
  assert.ok(result.problems.length >= 1 && result.problems.length <= 51, String(result.problems.length))
  for (const problem of result.problems) {
    within(text, problem)
    assert.doesNotMatch(problem.message, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|undefined|\[object/)
  }
  problemLines(text, result.problems)
}

/** Each fix is applied on its own. */
function fix(text: string): void {
  const result = resultOf(text)
  for (const problem of result.ok ? [] : result.problems.slice(0, 5))
    for (const { edits } of fixesOf(text, problem)) {
      assertApart(text, edits)
      resultOf(applied(text, edits))
    }
}

const applied = (text: string, edits: readonly FixEdit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text)

function assertApart(text: string, edits: readonly FixEdit[]): void {
  const ordered = [...edits].sort((a, b) => a.start - b.start)
  for (const [i, edit] of ordered.entries()) {
    within(text, edit)
    assert.ok(i === 0 || ordered[i - 1]!.end <= edit.start, 'edits overlap')
  }
}

function within(text: string, { start, end }: Pick<Problem, 'start' | 'end'>): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} … ${end} of ${text.length}`)
}
