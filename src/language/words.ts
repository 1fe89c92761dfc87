import type { Doc } from '../experiment'
import type { Shape } from './shape'

/** A value as a cell would state it on one line. */
export function inCell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inCell).join(', ')}]`
  if (value === null || typeof value !== 'object') return String(value)
  const { name, ...rest } = value as Record<string, unknown>
  if (name !== undefined && Object.keys(rest).length === 0) return String(name)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inCell(inner)}`)
    .join(', ')}}`
}

/** "default 30"; empty where other keys decide, or nothing does. */
export const defaultOf = ({ fallback }: Shape): string =>
  fallback === undefined || isEmpty(fallback) ? '' : `default ${inCell(fallback)}`

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)

/** Description, formula and source as Markdown. */
export function docMarkdown({ description, formula, source }: Doc): string {
  return [description, formula && `\`${formula}\``, source && `*${source}*`].filter(Boolean).join('\n\n')
}

/** What may stand behind a key, in words: "whole number ≥ 1", "list, or mapping {depth, units}". */
export function kindOf({ scalar, items, mappings, words }: Shape): string {
  const isSwitch = words.length === 2 && words[0]!.name === 'true'
  const forms = mappings.filter(({ names }) => names.length === 0).map(({ keys }) => `{${[...keys.keys()].join(', ')}}`)
  const list = items ? (items.words.length > 0 ? 'or a list of names' : `list of ${items.scalar || 'values'}`) : ''
  return [isSwitch ? 'true or false' : words.length > 0 ? 'name' : scalar, list, ...forms].filter(Boolean).join(', ')
}
