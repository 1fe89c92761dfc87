import { isMap, isScalar, type Pair } from 'yaml'
import type { Problem, Range } from '../experiment'
import type { Fix, FixEdit } from './fix'
import { pairRange, rangeOfPair } from './pairs'
import { rangeOfNode, readYaml } from './yaml'

/** The name that a new mapping gets with its first key. Keys that say it themselves need none. */
const NAMES: Readonly<Record<string, string>> = { optimizer: 'sgd', dataset: 'spiral', initializer: 'random_normal' }
const NAMES_BY_KEY: Readonly<Record<string, string>> = {
  csv: '',
  target: '',
  task: '',
  idx: '',
  npy: '',
  safetensors: '',
  gain: 'xavier',
  minval: 'random_uniform',
  maxval: 'random_uniform',
  sigma_w2: 'mean_field',
  sigma_b2: 'mean_field'
}

/**
 * Moves a key of the cell into the mapping where it belongs: into {…}, behind a bare name, which becomes {name: …}, or into a
 * new mapping in the key's own place. None where that is written in a way that does not allow it.
 */
export function moveHome(text: string, { start, end }: Problem, home: string): Fix[] {
  const { contents } = readYaml(text)
  if (!isMap(contents)) return []
  const pair = contents.items.find(({ key }) => rangeOfNode(key)?.start === start) as Pair | undefined
  if (!pair || !rangeOfNode(pair.value)) return []
  const { start: from, end: to } = rangeOfPair(pair)
  const owner = contents.items.find(({ key }) => isScalar(key) && key.value === home) as Pair | undefined
  const edits = owner
    ? [insertion(text, owner.value, text.slice(from, to)), { ...pairRange(text, start)!, text: '' }]
    : [
        {
          start: from,
          end: to,
          text: `${home}: {${[...nameFor(home, text.slice(start, end)), text.slice(from, to)].join(', ')}}`
        }
      ]
  const does = { type: 'move', key: text.slice(start, end), home } as const
  return edits.includes(null) ? [] : [{ does, edits: edits as FixEdit[] }]
}

function nameFor(home: string, key: string): string[] {
  const name = NAMES_BY_KEY[key] ?? NAMES[home] ?? ''
  return name === '' ? [] : [`name: ${name}`]
}

function insertion(text: string, value: unknown, field: string): FixEdit | null {
  const range = rangeOfNode(value)
  if (!range) return null
  if (isScalar(value)) return { ...range, text: `{name: ${text.slice(range.start, range.end)}, ${field}}` }
  if (!isMap(value)) return null
  return value.flow ? intoBraces(text, range, field) : belowLast(text, value.items as Pair[], field)
}

function intoBraces(text: string, { start, end }: Range, field: string): FixEdit | null {
  if (text[end - 1] !== '}') return null
  const inner = text.slice(start + 1, end - 1).trimEnd()
  const separator = inner.trim() === '' ? '' : inner.endsWith(',') ? ' ' : ', '
  return { start, end, text: `{${inner}${separator}${field}${text.slice(start + 1 + inner.length, end)}` }
}

function belowLast(text: string, pairs: readonly Pair[], field: string): FixEdit | null {
  const last = pairs.at(-1)
  if (!last) return null
  const { start, end } = rangeOfPair(last)
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1)
  return { start: end, end, text: `\n${' '.repeat(indent)}${field}` }
}
