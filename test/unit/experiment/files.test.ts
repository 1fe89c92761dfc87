import assert from 'node:assert/strict'
import {
  filePlaces,
  missingFiles,
  parseExperiment,
  pathProblem,
  pathsOf,
  type Experiment,
  type InPlace
} from '../../../src/experiment'

function experiment(text: string): Experiment {
  const result = parseExperiment(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.experiment
}

describe('the places of files in a cell', () => {
  it('are where it names them first, and no keys', () => {
    const text =
      'dataset: {csv: "a b.csv", target: y} # a b.csv\ninitializer: {safetensors: w}\nbias_initializer: {safetensors: w}'
    assert.deepEqual(
      filePlaces(text, [experiment(text)]).map(({ path, start, end }) => [path, text.slice(start, end)]),
      [
        ['a b.csv', '"a b.csv"'],
        ['w', 'w']
      ]
    )
  })
})

describe('a cell’s files', () => {
  it('are those it names, each once', () => {
    assert.deepEqual(pathsOf(experiment('dataset: iris')), [])
    assert.deepEqual(pathsOf(experiment('dataset: {csv: a/b.csv, target: y}')), ['a/b.csv'])
    assert.deepEqual(pathsOf(experiment('dataset: {idx: {images: x, labels: y.gz}}')), ['x', 'y.gz'])
    for (const [inputs, labels, files] of [
      ['x.npy', 'sub/y.npy.gz', ['x.npy', 'sub/y.npy.gz']],
      ['data.npz/x', 'data.npz/y', ['data.npz']],
      ['a/data.NPZ\\x_train', 'a/data.NPZ', ['a/data.NPZ']],
      ['data.npz/a/b.npz/c', 'data.npz.npy', ['data.npz', 'data.npz.npy']]
    ] as const)
      assert.deepEqual(pathsOf(experiment(`dataset: {npy: {inputs: ${inputs}, labels: ${labels}}}`)), files)
    assert.deepEqual(pathsOf(experiment('initializer: {safetensors: w}\nbias_initializer: {safetensors: v}')), [
      'w',
      'v'
    ])
    assert.equal(experiment('dataset: {csv: a.csv, target: y}').loss, null)
    assert.equal(experiment('dataset: {csv: a.csv, target: y, task: regression}').loss, 'mse')
  })

  it('are told at their names where they are missing, or folders', () => {
    const text = 'dataset: {idx: {images: "a/b.gz", labels: lables.gz}}\ninitializer: {safetensors: w}'
    const found = new Map<string, InPlace>([
      ['a/b.gz', { is: 'nothing', beside: [] }],
      ['lables.gz', { is: 'nothing', beside: ['x', 'labels.gz'] }],
      ['w', { is: 'folder' }]
    ])
    assert.deepEqual(
      missingFiles(text, [experiment(text)], found).map(({ start, end, message }) => [text.slice(start, end), message]),
      [
        ['"a/b.gz"', "there is no a/b.gz in the notebook's folder; check its name, or put the file there"],
        ['lables.gz', "there is no lables.gz in the notebook's folder; did you mean labels.gz?"],
        ['w', 'w is a folder, not a file; name a file in it']
      ]
    )
    assert.deepEqual(missingFiles(text, [experiment(text)], new Map([['w', { is: 'file' } as const]])), [])
    const [{ message } = { message: '' }] = missingFiles(
      text,
      [experiment(text)],
      new Map([['w', { is: 'restricted' } as const]])
    )
    assert.match(message, /^w is not read in Restricted Mode; if you trust this folder, /)
  })

  it('may not lie outside its folder', () => {
    for (const path of ['a.csv', './a.csv', 'b/../a.csv', 'b/c/../../a.csv', '..a/b..', 'a b/ä#?.csv'])
      assert.equal(pathProblem(path), null)
    for (const path of ['/a.csv', '\\a.csv', 'C:\\a.csv', 'c:a.csv', '../a.csv', 'b/../../a.csv', 'b\\..\\..\\a', '..'])
      assert.match(pathProblem(path)!, /lies outside the notebook's folder/)
    assert.match(pathProblem('a\0b')!, /is not the name of a file/)
  })
})
