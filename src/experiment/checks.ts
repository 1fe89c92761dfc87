import type { Limits } from './limits'
import type { Problem, ProblemCode } from './problem'
import { isRegression } from './resolve'
import type { ParsedCell } from './schema/experiment'
import { dataShape, parameterCount, widths } from './shape'
import type { Path, Source } from './source'

/** A way a cell's keys disagree: where, and a sentence. */
interface Finding {
  readonly code: ProblemCode
  readonly path: Path
  readonly message: string
}

/** What no single key can be blamed for: lists of the wrong length, keys that contradict each other, limits. */
export function crossProblems(cell: ParsedCell, source: Source, limits: Limits): Problem[] {
  const findings = [...lengths(cell), ...conflicts(cell), ...excesses(cell, limits)]
  return findings.map(({ code, path, message }) => ({ code, message, ...source.rangeOf(path) }))
}

function lengths({ activation, initializer, bias_initializer, hidden_layers }: ParsedCell): Finding[] {
  const depth = hidden_layers.length
  const layers = 'layers (the output layer counts)'
  return [
    ...lengthOf('activation', activation, depth, 'hidden layers'),
    ...lengthOf('initializer', initializer, depth + 1, layers),
    ...lengthOf('bias_initializer', bias_initializer, depth + 1, layers)
  ]
}

function lengthOf(key: string, value: unknown, due: number, what: string): Finding[] {
  if (!Array.isArray(value) || value.length === due) return []
  const message = `${key} lists ${value.length} for ${due} ${what}; give one for each, or a single one for all`
  return [{ code: 'wrong-length', path: [key], message }]
}

function conflicts(cell: ParsedCell): Finding[] {
  const found: Finding[] = []
  const conflict = (path: Path, message: string) => found.push({ code: 'conflict', path, message })
  const { classes } = dataShape(cell.dataset)
  const { optimizer, loss, dataset } = cell
  if (isRegression(cell) && loss !== null && loss !== 'mse')
    conflict(['loss'], `${dataset.name} is a regression: its loss is mse, not ${loss}`)
  if (classes !== null && classes > 2 && loss === 'binary_crossentropy')
    conflict(
      ['loss'],
      `${dataset.name} has ${classes} classes; binary_crossentropy is for two: use categorical_crossentropy`
    )
  if (optimizer.name === 'sgd' && optimizer.nesterov && optimizer.momentum === 0)
    conflict(['optimizer', 'nesterov'], 'nesterov needs momentum above 0, for example momentum: 0.9')
  for (const key of ['initializer', 'bias_initializer'] as const) found.push(...emptyRange(cell, key))
  return [...found, ...splits(cell)]
}

function emptyRange(cell: ParsedCell, key: 'initializer' | 'bias_initializer'): Finding[] {
  const value = cell[key]
  const specs = Array.isArray(value) ? value : [value]
  return specs.flatMap((spec, i) =>
    spec?.name === 'random_uniform' && !(spec.minval <= spec.maxval)
      ? [
          {
            code: 'conflict' as const,
            path: Array.isArray(value) ? [key, i] : [key],
            message: 'minval must not be above maxval'
          }
        ]
      : []
  )
}

/** A test set must have a sample and leave one to train on. */
function splits({ dataset }: ParsedCell): Finding[] {
  const { samples, classes } = dataShape(dataset)
  const test = Math.round(samples * dataset.test_split)
  const path = ['dataset', 'test_split']
  if (dataset.test_split > 0 && test === 0)
    return [
      {
        code: 'conflict',
        path,
        message: `test_split ${dataset.test_split} of ${samples} samples leaves none to test on`
      }
    ]
  if (samples - test < Math.max(1, classes ?? 1))
    return [
      {
        code: 'conflict',
        path,
        message: `test_split ${dataset.test_split} of ${samples} samples leaves too few to train on`
      }
    ]
  return []
}

function excesses(cell: ParsedCell, limits: Limits): Finding[] {
  const parameters = parameterCount(widths(cell))
  const layers = cell.hidden_layers.length + 1
  const cells = layers * (cell.epochs + 1)
  const found: Finding[] = []
  const limit = (path: Path, what: string, value: number, most: number, setting: string) =>
    value > most &&
    found.push({
      code: 'limit',
      path,
      message: `${count(value)} ${what} are above the limit of ${count(most)} (setting gradnb.limits.${setting})`
    })
  limit(['hidden_layers'], 'parameters', parameters, limits.parameters, 'parameters')
  limit(['dataset', 'samples'], 'samples', dataShape(cell.dataset).samples, limits.samples, 'samples')
  limit(['epochs'], 'epochs', cell.epochs, limits.epochs, 'epochs')
  limit(['epochs'], 'recorded cells (layers × epochs)', cells, limits.recordCells, 'recordCells')
  return found
}

const count = (value: number): string => value.toLocaleString('en-US')
