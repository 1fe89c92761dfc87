import type { Doc } from '../experiment'
import type { Shape } from './shape'
import { TEXTS } from './texts'

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
  fallback === undefined || isEmpty(fallback) ? '' : TEXTS.defaultIs(inCell(fallback))

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)

/** Description, formula and source as Markdown. */
export function docMarkdown({ description, formula, source }: Doc): string {
  return [description, formula && `\`${formula}\``, source && `*${source}*`].filter(Boolean).join('\n\n')
}

/** What may stand behind a key, in words: "whole number ≥ 1", "list, or mapping {depth, units}". */
export function kindOf({ scalar, items, mappings, words }: Shape): string {
  const { kinds } = TEXTS
  const isSwitch = words.length === 2 && words[0]!.name === 'true'
  const word = isSwitch ? kinds.switch : words.length > 0 ? kinds.name : scalar
  const forms = mappings.filter(({ names }) => names.length === 0).map(({ keys }) => `{${[...keys.keys()].join(', ')}}`)
  return [word, items ? listKind(items) : '', ...forms].filter(Boolean).join(', ')
}

const listKind = ({ words, scalar }: Shape): string =>
  words.length > 0 ? TEXTS.kinds.orNames : TEXTS.kinds.listOf(scalar || TEXTS.kinds.values)
