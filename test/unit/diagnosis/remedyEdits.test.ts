import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { overridesOf } from '../../../src/diagnosis'
import { createRandom, type Random } from '../../../src/engine'
import { derivedCell, nameOfCell, parseExperiment, resolvedCell, type Experiment } from '../../../src/experiment'
import type { Json, JsonObject } from '../../../src/record'

const CELLS = 400

type Edits = Readonly<Record<string, Json>>

/** What rules offer, and all of it at once. */
const EDITS: readonly Edits[] = [
  { activation: 'tanh', initializer: 'xavier', bias_initializer: null },
  { activation: 'relu', initializer: 'he', bias_initializer: null },
  { residual: true },
  { normalization: 'layer' },
  { 'optimizer.learning_rate': 0.01 },
  { 'optimizer.clipnorm': 1 },
  { optimizer: 'adam' },
  { 'dataset.standardize': true },
  { output_activation: 'linear' },
  { epochs: 500 },
  { loss: null, output_activation: 'linear', 'optimizer.learning_rate': 0.002, l2: 0, 'dataset.standardize': true }
]

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random.integer(items.length)]!

/** A key's value in the ways that people write it, and what it means; null: the key is left out. */
type Written = readonly [text: string, meaning: Json] | null

const WAYS: Readonly<Record<string, readonly Written[]>> = {
  dataset: [
    null,
    ['moons', 'moons'],
    ['{ name: iris , standardize: false }   # flowers', { name: 'iris', standardize: false }],
    ['\n  name: "spiral" # two arms\n  samples: 64\n  noise: 0.2', { name: 'spiral', samples: 64, noise: 0.2 }],
    ['{csv: a.csv, target: y}', { csv: 'a.csv', target: 'y' }],
    ['\n  csv: a.csv # mine\n  target: y', { csv: 'a.csv', target: 'y' }]
  ],
  hidden_layers: [
    null,
    ['[8, 8,\n  8]  # three', [8, 8, 8]],
    ['\n- 4\n- 5', [4, 5]],
    ['{depth: 3, units: 8}', { depth: 3, units: 8 }]
  ],
  activation: [
    null,
    ['sigmoid', 'sigmoid'],
    ["'relu'", 'relu'],
    ['{name: leaky_relu, negative_slope: 0.2}', { name: 'leaky_relu', negative_slope: 0.2 }]
  ],
  initializer: [
    null,
    ['zeros', 'zeros'],
    ['&start {name: random_normal, stddev: 2}', { name: 'random_normal', stddev: 2 }],
    ['torch_default', 'torch_default']
  ],
  bias_initializer: [null, ['zeros', 'zeros'], ['{name: constant, value: 1}', { name: 'constant', value: 1 }]],
  output_activation: [null, ['sigmoid', 'sigmoid']],
  optimizer: [
    null,
    ['sgd', 'sgd'],
    ['{name: sgd, lr: 5} # fast', { name: 'sgd', learning_rate: 5 }],
    [
      '\n  # as in the paper\n  name: sgd\n  learning_rate: 2 # large\n  momentum: 0.9',
      { name: 'sgd', learning_rate: 2, momentum: 0.9 }
    ],
    ['{"name": "adam", "epsilon": 1e-6}', { name: 'adam', epsilon: 1e-6 }]
  ],
  l2: [null, ['0.5', 0.5]],
  epochs: [null, ['3', 3]],
  seed: [null, ['7 # lucky', 7]]
}

/** Keys whose mapping a remedy replaces as a whole. */
const MAPPED = new Set(['optimizer'])

interface Cell {
  readonly text: string
  readonly meaning: JsonObject
}

function cellOf(number: number): Cell {
  const random = createRandom(number).stream('remedies')
  const meaning: Record<string, Json> = {}
  const lines = number % 2 === 0 ? [] : ['# what I try', `name: cell-${number}`]
  for (const [key, ways] of Object.entries(WAYS)) {
    const way = pick(random, ways)
    if (way === null) continue
    meaning[key] = way[1]
    const quoted = pick(random, [key, key, `"${key}"`])
    lines.push(`${quoted}:${way[0].startsWith('\n') ? '' : ' '}${way[0]}`)
  }
  if (lines.length === 0) lines.push('seed: 0')
  return { text: lines.join(pick(random, ['\n', '\r\n'])), meaning }
}

/** `meaning` with the edits, by the plain rule: mappings are merged, and name what they were of. */
function edited(meaning: JsonObject, edits: Edits, before: Experiment): JsonObject {
  const result: Record<string, Json> = { ...meaning }
  for (const [path, value] of Object.entries(edits)) {
    const [key, inner] = path.split('.') as [string, string | undefined]
    if (inner !== undefined) {
      const old = result[key]
      const whole =
        typeof old === 'object' && old !== null ? (old as JsonObject) : { name: old ?? (before as never)[key]['name'] }
      result[key] = { ...whole, [inner]: value }
    } else result[key] = value
  }
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== null))
}

const experimentOf = (text: string, cells: readonly string[] = []): Experiment | null => {
  const parsed = parseExperiment(text, { cells: [...cells, text] })
  return parsed.ok ? parsed.experiment : null
}

const valuesOf = (experiment: Experiment): string => JSON.stringify({ ...resolvedCell(experiment), name: null })

const comments = (text: string): string[] => text.match(/#[^\r\n]*/g) ?? []

describe('the cell of a remedy', () => {
  it(`is the cell with the remedy's edits and nothing else, however it is written: ${CELLS} cells`, () => {
    let tried = 0
    for (let number = 0; number < CELLS; number++) {
      const { text, meaning } = cellOf(number)
      const before = experimentOf(text)
      const edits = EDITS[number % EDITS.length]!
      const wanted = before && experimentOf(JSON.stringify(edited(meaning, edits, before)))
      if (before === null || wanted === null) continue
      const base = nameOfCell(text)
      const derived = derivedCell(
        text,
        overridesOf(edits, resolvedCell(before) as JsonObject),
        base && `${base}-repaired`,
        'Repaired: it'
      )
      const what = `${text}\n--- ${JSON.stringify(edits)}\n--- ${derived}`
      const after = experimentOf(derived, [text])
      assert.ok(after, what)
      assert.equal(valuesOf(after), valuesOf(wanted), what)
      assert.equal(after.seed, before.seed, what)
      if (base === null) {
        const gone = Object.entries(edits).flatMap(([key, value]) => (value === null || MAPPED.has(key) ? [key] : []))
        const lost = comments(text).filter(
          comment => !comments(derived).includes(comment) && !gone.some(key => ownLines(text, key).includes(comment))
        )
        assert.deepEqual(lost, [], what)
      }
      tried++
    }
    assert.ok(tried > CELLS / 2, `${tried}`)
  })
})

/** The lines of a key, up to the next one. */
function ownLines(text: string, key: string): string {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex(line => line.replace(/^"/, '').startsWith(key))
  const rest = lines.slice(start + 1).findIndex(line => /^["a-z]/.test(line))
  return lines.slice(start, rest < 0 ? undefined : start + 1 + rest).join('\n')
}
