import type { Json } from '../json'
import { formatScaled, scaled } from '../scaled'
import type { SweepGroup } from './sweepGroups'
import type { SweepRecord } from './sweepRecord'

/** How a value of a cell is said in a few words: "0.01", "random_normal stddev 0.01", "64, 32". */
export function valueText(value: Json): string {
  if (typeof value === 'number') return formatScaled(scaled(value))
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return (value as readonly Json[]).map(valueText).join(', ')
  return Object.entries(value)
    .map(([key, each]) => (key === 'name' ? valueText(each) : `${key} ${valueText(each)}`))
    .join(' ')
}

/** Each parameter's name as short as it stays clear: the end of its path, more of it where two end alike. */
export function parameterNames({ parameters }: Pick<SweepRecord, 'parameters'>): string[] {
  const paths = parameters.map(({ name }) => name.split('.'))
  return paths.map((path, i) => {
    const ending = (length: number) => path.slice(-length).join('.')
    const isClear = (length: number) =>
      paths.every((other, k) => k === i || other.slice(-length).join('.') !== ending(length))
    const length = path.findIndex((_, length) => isClear(length + 1)) + 1
    return ending(length || path.length)
  })
}

/** "relu+he, learning_rate 0.1": what a group is called; '' of a cell's only group. A text needs no name before it. */
export function groupLabel(record: SweepRecord, { label, values }: Pick<SweepGroup, 'label' | 'values'>): string {
  const names = parameterNames(record)
  const told = values.map((value, i) =>
    typeof value === 'string' || hasName(value) ? valueText(value) : `${names[i]!} ${valueText(value)}`
  )
  return [...(label === null ? [] : [label]), ...told].join(', ')
}

const hasName = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'name' in value
