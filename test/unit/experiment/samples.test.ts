import assert from 'node:assert/strict'
import { dataFindings, DEFAULT_LIMITS, parseExperiment, type DataShape } from '../../../src/experiment'
import { told } from './told'

/** Cells with too few samples: what is underlined, and the sentence. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    'dataset: {name: spiral, samples: 2}',
    '2',
    '2 samples are too few: test_split 0.2 leaves none to test on; ask for more, or write test_split: 0'
  ],
  [
    'dataset: {name: spiral, samples: 3, classes: 3}',
    '3',
    '3 samples are too few: test_split 0.2 leaves 2 to train on, and training needs at least 3, one for each class; ask for more, or write test_split: 0'
  ],
  [
    'dataset: {name: spiral, samples: 2, classes: 3}',
    '2',
    '2 samples are too few: test_split 0.2 leaves 2 to train on, and training needs at least 3, one for each class; ask for more'
  ],
  [
    'dataset: {name: iris, test_split: 0.99}',
    '0.99',
    'test_split 0.99 of 150 samples leaves 1 to train on, and training needs at least 3, one for each class; make test_split smaller'
  ],
  [
    'dataset: {name: plane, samples: 100, test_split: 0.999}',
    '0.999',
    'test_split 0.999 of 100 samples leaves 0 to train on, and training needs at least 1; make test_split smaller'
  ],
  [
    'dataset: {name: spiral, test_split: 0.0001}',
    '0.0001',
    'test_split 0.0001 of 512 samples leaves none to test on; write at least 0.001, or 0 to do without a test'
  ]
]

describe('too few samples', () => {
  for (const [text, place, sentence] of CASES)
    it(`in ${text} are blamed on their cause`, () => {
      assert.deepEqual(told(text), [`conflict [${place}] ${sentence}`])
    })

  it('of a file are blamed on the file, and on samples where the cell takes only some', () => {
    const findings = (dataset: string, shape: Partial<DataShape>) => {
      const result = parseExperiment(`dataset: ${dataset}`)
      assert.ok(result.ok)
      const full = { task: 'classification', inputs: 2, outputs: 3, samples: 3, ...shape } as const
      return dataFindings(result.experiment, full, DEFAULT_LIMITS).map(({ path, message }) => [path.join('.'), message])
    }
    assert.deepEqual(findings('{csv: "a\\eb.csv", target: y}', {}), [
      [
        'dataset',
        'a\\u001bb.csv has too few samples (3): test_split 0.2 leaves 2 to train on, and training needs at least 3, one for each class; add more, or write test_split: 0'
      ]
    ])
    assert.deepEqual(findings('{idx: {images: a, labels: b}, samples: 3}', {}), [
      [
        'dataset.samples',
        '3 samples are too few: test_split 0.2 leaves 2 to train on, and training needs at least 3, one for each class; ask for more, or write test_split: 0'
      ]
    ])
  })

  it('are mended by the batch size that is suggested', () => {
    for (const [samples, size] of [
      [45, 11],
      [41, 2],
      [33, 32],
      [21, 4]
    ]) {
      const cell = (batch: unknown) =>
        `dataset: {name: plane, samples: ${samples}, test_split: 0}\nnormalization: batch\nbatch_size: ${String(batch)}`
      const [message] = told(cell(size))
      assert.match(message!, /^conflict \[\d+\] \d+ training samples in mini-batches/)
      assert.ok(parseExperiment(cell(/batch_size: (\d+)/.exec(message!)![1])).ok)
    }
  })
})
