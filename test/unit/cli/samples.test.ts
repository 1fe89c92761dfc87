import assert from 'node:assert/strict'
import { gradnb } from './gradnb'

describe('gradnb run', () => {
  for (const [sample, runs] of [
    ['first-steps', 3],
    ['vanishing-and-exploding', 8],
    ['initialization', 5],
    ['activations', 7],
    ['your-own-data', 2],
    ['deep-nets', 4]
  ] as const)
    it(`runs every cell of the sample ${sample}`, async () => {
      const { status, stdout, stderr } = await gradnb(['run', `media/samples/${sample}.gradnb`, '--no-save', '--json'])
      assert.deepEqual([status, stderr], [0, ''])
      assert.equal(stdout.trimEnd().split('\n').length, runs)
    }).timeout(120_000)
})
