import { dataText, dataWarning } from './dataText'
import type { Json, JsonObject } from './json'
import type { RunRecord } from './runRecord'
import { stateOf, type RunState } from './runState'
import { TEXTS } from './texts'

/** The line that names the experiment, in its parts. */
export interface Headline {
  /** the run's name, or else its data set */
  readonly title: string
  /** "spiral, 2 → 32×20 → 2 sigmoid, xavier, sgd 0.1, batch 32, seed 42; 20,226 parameters" */
  readonly facts: string
  readonly state: RunState
  /** what was decided about a file's data, and what to do about it: a line each; none for data that is drawn or shipped */
  readonly data: readonly string[]
}

const say = TEXTS.headline

/** The lines that name a run, for the figure and everything that is exported; names in them are as they were written. */
export function headline(record: RunRecord): Headline {
  const { name, data, experiment } = record
  const facts = [
    name === null ? '' : data.name,
    `${shape(record)} ${activations(record)}`,
    initializer(experiment['initializer']),
    ...sources(record),
    ...extras(experiment),
    optimizer(experiment['optimizer']),
    labelled(say.batch, experiment['batch_size']),
    labelled(say.seed, experiment['seed'])
  ]
  return {
    title: name ?? data.name,
    facts: say.parameters(facts.filter(fact => fact !== '').join(', '), record.parameters),
    state: stateOf(record),
    data: [dataText(data), dataWarning(data)].filter(line => line !== '')
  }
}

const MOST_MODULES = 6

/** "weights of fc1, fc2, fc3 from net.safetensors", for every file. */
function sources({ layers }: RunRecord): string[] {
  const from = layers.flatMap(({ weights }) => (weights === undefined ? [] : [weights]))
  return [...new Set(from.map(({ file }) => file))].map(file => {
    const modules = from.filter(weights => weights.file === file).map(({ module }) => module)
    const few = modules.length > MOST_MODULES ? [...modules.slice(0, 2), '…', ...modules.slice(-1)] : modules
    return few.join('') === '' ? say.weights(file) : say.weightsOf(few, file)
  })
}

/** The headline as one text. */
export function headlineText(record: RunRecord): string {
  const { title, facts, state } = headline(record)
  return say.whole(title, facts, state.text)
}

/** Inputs, units of the hidden layers and outputs; equal neighbours once: "2 → 32×20 → 2". */
export function shape({ layers }: Pick<RunRecord, 'layers'>): string {
  const hidden = layers.slice(0, -1).map(layer => layer.outputs)
  return [layers[0]?.inputs ?? 0, ...unitGroups(hidden), layers.at(-1)?.outputs ?? 0].join(' → ')
}

/** Units of neighbouring layers, equal ones once: "32×20". */
export function unitGroups(units: readonly number[]): string[] {
  const first = units.map((_, i) => i).filter(i => units[i] !== units[i - 1])
  return first.map((from, group) => {
    const count = (first[group + 1] ?? units.length) - from
    return count > 1 ? `${units[from]}×${count}` : `${units[from]}`
  })
}

function activations({ layers }: RunRecord): string {
  const names = [...new Set(layers.slice(0, -1).map(layer => layer.activation))]
  if (names.length === 0) return say.linear
  return names.length <= 3 ? names.join('/') : say.activations(names.length)
}

function initializer(value: Json | undefined): string {
  const all = Array.isArray(value) ? (value as readonly Json[]) : [value ?? null]
  return [...new Set(all.map(named))].filter(name => name !== '').join('/')
}

const USUAL: Readonly<Record<string, number>> = { gain: 1, mean: 0, tolerance: 0.1, tries: 10 }

/** The name, and those numbers that are not what one would expect. */
function named(value: Json): string {
  if (typeof value === 'string') return value
  const { name, ...rest } = fieldsOf(value)
  const usual = (key: string, number: Json) => USUAL[key] === number
  const told = Object.entries(rest).filter(([key, number]) => typeof number === 'number' && !usual(key, number))
  return [text(name), ...told.map(([key, number]) => `${key} ${text(number)}`)].filter(part => part !== '').join(' ')
}

const OPTIMIZER_EXTRAS = ['momentum', 'weight_decay', 'clipnorm', 'clipvalue'] as const

function optimizer(value: Json | undefined): string {
  if (typeof value === 'string') return value
  const fields = fieldsOf(value)
  const told = OPTIMIZER_EXTRAS.filter(key => fields[key]).map(key => `${key} ${text(fields[key])}`)
  const nesterov = fields['nesterov'] === true ? ['nesterov'] : []
  return [text(fields['name']), text(fields['learning_rate']), ...told, ...nesterov]
    .filter(part => part !== '')
    .join(' ')
}

/** What is told only where it is not the default. */
function extras(experiment: JsonObject): string[] {
  const normalization = experiment['normalization']
  const output = experiment['output_activation']
  return [
    typeof normalization === 'string' && normalization !== 'none' ? say.normalization(normalization) : '',
    experiment['residual'] === true ? say.residual : '',
    typeof output === 'string' && output !== 'linear' ? say.output(output) : '',
    experiment['precision'] === 'float64' ? 'float64' : ''
  ]
}

const labelled = (label: (value: string) => string, value: Json | undefined): string =>
  text(value) === '' ? '' : label(text(value))

const text = (value: Json | undefined): string => {
  if (typeof value === 'number') return Math.abs(value) < 1e16 ? String(value) : value.toExponential().replace('+', '')
  return typeof value === 'string' ? value : ''
}

const fieldsOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
