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
import { TEXTS } from './texts/texts'

/** What no single key can be blamed for: lists of the wrong length, keys that contradict each other, limits. */
export const crossProblems = (cell: ParsedCell, source: Source, limits: Limits): Untold[] =>
  crossFindings(cell, limits).map(({ code, path, message }) => () => ({ code, message, ...source.rangeOf(path) }))

/** The same of a cell that stands in no text. */
export const crossFindings = (cell: ParsedCell, limits: Limits): Finding[] => [
  ...lengths(cell),
  ...conflicts(cell),
  ...aboutData(cell, limits),
  ...excesses(cell, limits)
]

function lengths({ activation, initializer, bias_initializer, hidden_layers }: ParsedCell): Finding[] {
  const depth = hidden_layers.length
  const layers = TEXTS.checks.allLayers(depth + 1)
  return [
    ...lengthOf('activation', activation, depth, TEXTS.checks.hiddenLayers(depth)),
    ...lengthOf('initializer', initializer, depth + 1, layers),
    ...lengthOf('bias_initializer', bias_initializer, depth + 1, layers)
  ]
}

function lengthOf(key: string, value: unknown, due: number, what: string): Finding[] {
  if (!Array.isArray(value) || value.length === due) return []
  const message = TEXTS.checks.wrongLength(key, value.length, what)
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
    ? conflict(['optimizer', 'nesterov'], TEXTS.checks.nesterov)
    : []

/** Initialisers that make a matrix say nothing about a vector. */
function matrices({ bias_initializer: value }: ParsedCell): Finding[] {
  const specs = Array.isArray(value) ? value : [value]
  return specs.flatMap((spec, i) =>
    spec !== null && INITIALIZERS[spec.name].onlyMatrices
      ? conflict(
          Array.isArray(value) ? ['bias_initializer', i] : ['bias_initializer'],
          TEXTS.checks.onlyWeights(spec.name)
        )
      : []
  )
}

/** A mini-batch of one sample has no spread. */
const singleSamples = ({ normalization, batch_size, hidden_layers }: ParsedCell): Finding[] =>
  normalization === 'batch' && batch_size === 1 && hidden_layers.length > 0
    ? conflict(['batch_size'], TEXTS.checks.singleSamples)
    : []

function emptyRange(cell: ParsedCell, key: 'initializer' | 'bias_initializer'): Finding[] {
  const value = cell[key]
  const specs = Array.isArray(value) ? value : [value]
  return specs.flatMap((spec, i) =>
    spec?.name === 'random_uniform' && !(spec.minval <= spec.maxval)
      ? conflict(Array.isArray(value) ? [key, i] : [key], TEXTS.checks.emptyRange(spec.minval, spec.maxval))
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
  const { counts } = TEXTS.checks
  const cells = (hidden_layers.length + 1) * (epochs + 1)
  return [
    ...excess(['epochs'], counts.epochs, epochs, limits.epochs, 'epochs'),
    ...excess(['epochs'], counts.recordCells, cells, Math.min(limits.recordCells, MOST_RECORD_CELLS), 'recordCells')
  ]
}
