import { TEST_SPLIT } from '../catalogue'
import { grouped } from '../text'
import type { Experiment } from './experiment'
import type { Finding } from './finding'
import type { Path } from './path'
import { dataName, type DatasetSpec } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { trainingSamples, type DataShape } from './shape'

type Cell = Pick<ParsedCell | Experiment, 'dataset' | 'hidden_layers' | 'normalization' | 'batch_size'>

/** Too few samples to train on, to test on, or for a mini-batch; each is blamed on the key that can mend it. */
export function sampleFindings(cell: Cell, shape: DataShape): Finding[] {
  const found = training(cell, shape) ?? testing(cell, shape) ?? lastBatch(cell, shape)
  return found === null ? [] : [found]
}

const conflict = (path: Path, message: string): Finding => ({ code: 'conflict', path, message })

/** One sample at least, and of classes one for each. */
const needed = ({ task, outputs }: DataShape): number => (task === 'classification' ? outputs : 1)

function training({ dataset }: Cell, shape: DataShape): Finding | null {
  const { samples, task } = shape
  const [train, least] = [trainingSamples(samples, dataset.test_split), needed(shape)]
  if (train >= least) return null
  const due = task === 'classification' ? `${least}, one for each class` : String(least)
  const left = `leaves ${train} to train on, and training needs at least ${due}`
  return trainingSamples(samples, Math.min(dataset.test_split, TEST_SPLIT.default)) >= least
    ? conflict(
        SPLIT,
        `test_split ${dataset.test_split} of ${grouped(samples)} samples ${left}; make test_split smaller`
      )
    : fewSamples(dataset, samples, least, `test_split ${dataset.test_split} ${left}`)
}

function testing({ dataset }: Cell, { samples }: DataShape): Finding | null {
  const { test_split } = dataset
  if (test_split === 0 || trainingSamples(samples, test_split) < samples) return null
  if (trainingSamples(samples, Math.max(test_split, TEST_SPLIT.default)) === samples)
    return fewSamples(dataset, samples, 1, `test_split ${test_split} leaves none to test on`)
  const least = Math.ceil((0.5 / samples) * 1000) / 1000
  const message = `test_split ${test_split} of ${grouped(samples)} samples leaves none to test on; write at least ${least}, or 0 to do without a test`
  return conflict(SPLIT, message)
}

const SPLIT: Path = ['dataset', 'test_split']

/** Where no split would help: the cell can ask for more samples, or the file must have more. `least` would do without a test. */
function fewSamples(dataset: DatasetSpec, samples: number, least: number, why: string): Finding {
  const isAsked = 'samples' in dataset && dataset.samples !== null
  const has = isAsked
    ? `${grouped(samples)} samples are too few`
    : `${dataName(dataset)} has too few samples (${grouped(samples)})`
  const withoutTest = dataset.test_split > 0 && samples >= least ? ', or write test_split: 0' : ''
  const message = `${has}: ${why}; ${isAsked ? 'ask for more' : 'add more'}${withoutTest}`
  return conflict(isAsked ? ['dataset', 'samples'] : ['dataset'], message)
}

/** Batch normalization cannot tell how far a single sample is from others. */
function lastBatch(
  { dataset, hidden_layers, normalization, batch_size }: Cell,
  { samples }: DataShape
): Finding | null {
  const train = trainingSamples(samples, dataset.test_split)
  if (normalization !== 'batch' || hidden_layers.length === 0 || batch_size === 1 || train % batch_size !== 1)
    return null
  const rule = 'batch normalization needs two or more samples in a mini-batch'
  if (train === 1) return fewSamples(dataset, samples, 2, `only 1 is left to train on, and ${rule}`)
  const message = `${grouped(train)} training samples in mini-batches of ${batch_size} leave a last one with a single sample, and ${rule}; write batch_size: ${fittingBatch(train, batch_size)}, for example`
  return conflict(['batch_size'], message)
}

/** The next size that leaves no single sample. */
function fittingBatch(train: number, size: number): number {
  for (let smaller = size - 1; smaller > 1; smaller--) if (train % smaller !== 1) return smaller
  return train
}
