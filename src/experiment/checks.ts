import { INITIALIZERS } from '../catalogue'
import { fileConflicts } from './csvChecks'
import { dataFindings, excess, lossFindings } from './dataChecks'
import type { Finding } from './finding'
import { MOST_RECORD_CELLS, type Limits } from './limits'
import type { Untold } from './problems/issues'
import { taskOf } from './schema/dataset'
import type { ParsedCell } from './schema/experiment'
import { dataShape } from './shape'
import type { Path } from './path'
import type { Source } from './source'

/** What no single key can be blamed for: lists of the wrong length, keys that contradict each other, limits. */
export function crossProblems(cell: ParsedCell, source: Source, limits: Limits): Untold[] {
  const findings = [...lengths(cell), ...conflicts(cell), ...aboutData(cell, limits), ...excesses(cell, limits)]
  return findings.map(({ code, path, message }) => () => ({ code, message, ...source.rangeOf(path) }))
}

function lengths({ activation, initializer, bias_initializer, hidden_layers }: ParsedCell): Finding[] {
  const depth = hidden_layers.length
  const layers = `${plural(depth + 1, 'layer')} (the output layer counts, too)`
  return [
    ...lengthOf('activation', activation, depth, plural(depth, 'hidden layer')),
    ...lengthOf('initializer', initializer, depth + 1, layers),
    ...lengthOf('bias_initializer', bias_initializer, depth + 1, layers)
  ]
}

const plural = (count: number, noun: string): string => {
  const nouns = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${count} ${count === 1 ? noun : nouns}`
}

function lengthOf(key: string, value: unknown, due: number, what: string): Finding[] {
  if (!Array.isArray(value) || value.length === due) return []
  const message = `${key} has ${plural(value.length, 'entry')} for ${what}; list one for each, or write a single one for all`
  return [{ code: 'wrong-length', path: [key], message }]
}

const conflict = (path: Path, message: string): Finding[] => [{ code: 'conflict', path, message }]

function conflicts(cell: ParsedCell): Finding[] {
  return [
    ...momentum(cell),
    ...fileConflicts(cell),
    ...matrices(cell),
    ...singleSamples(cell),
    ...emptyRange(cell, 'initializer'),
    ...emptyRange(cell, 'bias_initializer')
  ]
}

const momentum = ({ optimizer }: ParsedCell): Finding[] =>
  optimizer.name === 'sgd' && optimizer.nesterov && optimizer.momentum === 0
    ? conflict(['optimizer', 'nesterov'], 'nesterov needs momentum above 0, for example momentum: 0.9')
    : []

/** Initialisers that make a matrix say nothing about a vector. */
function matrices({ bias_initializer: value }: ParsedCell): Finding[] {
  const specs = Array.isArray(value) ? value : [value]
  return specs.flatMap((spec, i) =>
    spec !== null && INITIALIZERS[spec.name].onlyMatrices
      ? conflict(
          Array.isArray(value) ? ['bias_initializer', i] : ['bias_initializer'],
          `${spec.name} makes weights, not biases; leave bias_initializer out for zeros`
        )
      : []
  )
}

/** A mini-batch of one sample has no spread. */
const singleSamples = ({ normalization, batch_size, hidden_layers }: ParsedCell): Finding[] =>
  normalization === 'batch' && batch_size === 1 && hidden_layers.length > 0
    ? conflict(
        ['batch_size'],
        'batch normalization needs mini-batches of two or more samples; make batch_size larger, or write normalization: layer'
      )
    : []

function emptyRange(cell: ParsedCell, key: 'initializer' | 'bias_initializer'): Finding[] {
  const value = cell[key]
  const specs = Array.isArray(value) ? value : [value]
  return specs.flatMap((spec, i) =>
    spec?.name === 'random_uniform' && !(spec.minval <= spec.maxval)
      ? conflict(
          Array.isArray(value) ? [key, i] : [key],
          `minval (${spec.minval}) must not be above maxval (${spec.maxval}); swap them`
        )
      : []
  )
}

/** What the data decides, as far as it is known without its file. */
function aboutData(cell: ParsedCell, limits: Limits): Finding[] {
  const shape = dataShape(cell.dataset)
  if (shape !== null) return dataFindings(cell, shape, limits)
  const task = taskOf(cell.dataset)
  return task === null ? [] : lossFindings(cell, task, null)
}

function excesses({ hidden_layers, epochs }: ParsedCell, limits: Limits): Finding[] {
  const cells = (hidden_layers.length + 1) * (epochs + 1)
  return [
    ...excess(['epochs'], 'epochs', epochs, limits.epochs, 'epochs'),
    ...excess(
      ['epochs'],
      'recorded cells (layers × epochs)',
      cells,
      Math.min(limits.recordCells, MOST_RECORD_CELLS),
      'recordCells'
    )
  ]
}
