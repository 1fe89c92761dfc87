import { TEST_SPLIT } from '../catalogue'
import type { Experiment } from './experiment'
import type { Finding } from './finding'
import type { Path } from './path'
import { dataName, type DatasetSpec } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { trainingSamples, type DataShape } from './shape'
import { TEXTS } from './texts/texts'

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
  const { test_split } = dataset
  const due = task === 'classification' ? TEXTS.data.oneForEachClass(least) : String(least)
  return trainingSamples(samples, Math.min(test_split, TEST_SPLIT.default)) >= least
    ? conflict(SPLIT, TEXTS.data.splitLeavesFew(test_split, samples, train, due))
    : fewSamples(dataset, samples, least, TEXTS.data.leavesFew(test_split, train, due))
}

function testing({ dataset }: Cell, { samples }: DataShape): Finding | null {
  const { test_split } = dataset
  if (test_split === 0 || trainingSamples(samples, test_split) < samples) return null
  if (trainingSamples(samples, Math.max(test_split, TEST_SPLIT.default)) === samples)
    return fewSamples(dataset, samples, 1, TEXTS.data.leavesNoTest(test_split))
  const least = Math.ceil((0.5 / samples) * 1000) / 1000
  return conflict(SPLIT, TEXTS.data.splitLeavesNoTest(test_split, samples, least))
}

const SPLIT: Path = ['dataset', 'test_split']

/** Where no split would help: the cell can ask for more samples, or the file must have more. `least` would do without a test. */
function fewSamples(dataset: DatasetSpec, samples: number, least: number, why: string): Finding {
  const isAsked = 'samples' in dataset && dataset.samples !== null
  const orNoTest = dataset.test_split > 0 && samples >= least ? 'orNoTest' : 'alone'
  return isAsked
    ? conflict(['dataset', 'samples'], TEXTS.data.fewAsked(samples, why, TEXTS.data.askForMore[orNoTest]))
    : conflict(['dataset'], TEXTS.data.fewInData(dataName(dataset), samples, why, TEXTS.data.addMore[orNoTest]))
}

/** Batch normalization cannot tell how far a single sample is from others. */
function lastBatch(
  { dataset, hidden_layers, normalization, batch_size }: Cell,
  { samples }: DataShape
): Finding | null {
  const train = trainingSamples(samples, dataset.test_split)
  if (normalization !== 'batch' || hidden_layers.length === 0 || batch_size === 1 || train % batch_size !== 1)
    return null
  if (train === 1) return fewSamples(dataset, samples, 2, TEXTS.data.leavesOne)
  const fitting = fittingBatch(train, batch_size)
  return conflict(['batch_size'], TEXTS.data.lastBatchOfOne(train, batch_size, fitting))
}

/** The next size that leaves no single sample. */
function fittingBatch(train: number, size: number): number {
  for (let smaller = size - 1; smaller > 1; smaller--) if (train % smaller !== 1) return smaller
  return train
}
