import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { DATASETS, INPUT_SPREADS, type DatasetName } from '../../../src/catalogue'
import { filesOf, parseExperiment } from '../../../src/experiment'
import { plan } from '../../../src/plan'

const PARTS = 16
const NAMES = Object.keys(INPUT_SPREADS) as Exclude<DatasetName, 'random'>[]

/** |x|² in the middle of each part of the samples in order of size, over the mean of these. */
function measured(name: DatasetName, standardize: boolean): number[] {
  const samples = DATASETS[name].file === null ? 'samples: 20000, ' : ''
  const parsed = parseExperiment(`dataset: {name: ${name}, ${samples}test_split: 0, standardize: ${standardize}}`)
  assert.ok(parsed.ok)
  const { experiment } = parsed
  const files = filesOf(experiment).map(file => [file, readFileSync(path.join('media', 'datasets', file))] as const)
  const { task, header } = plan(experiment, Object.fromEntries(files))
  const { inputs } = task.train
  const width = header.data.inputs
  const sizes = Array.from({ length: inputs.length / width }, (_, i) =>
    inputs.subarray(i * width, (i + 1) * width).reduce((sum, x) => sum + x * x, 0)
  )
  sizes.sort((a, b) => a - b)
  const middles = Array.from({ length: PARTS }, (_, i) => sizes[Math.floor(((i + 0.5) / PARTS) * sizes.length)]!)
  const mean = middles.reduce((sum, size) => sum + size, 0) / PARTS
  return middles.map(size => size / mean)
}

describe('how large samples are beside each other', () => {
  for (const name of NAMES)
    for (const standardize of [false, true])
      it(`is what the catalogue says of ${name}${standardize ? ', standardized' : ''}`, () => {
        const { raw, standardized = raw } = INPUT_SPREADS[name]
        const told = standardize ? standardized : raw
        const found = measured(name, standardize)
        assert.equal(told.length, PARTS)
        found.forEach((size, i) => {
          assert.ok(
            Math.abs(size - told[i]!) < 0.01 + 0.03 * size,
            `part ${i}: ${size}, and the catalogue says ${told[i]}`
          )
        })
      })
})
