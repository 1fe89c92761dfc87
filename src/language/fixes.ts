import { readYaml, shortened, type Problem } from '../experiment'
import { visibleLine } from '../text'
import type { Fix, FixKind } from './fix'
import { moveHome } from './moveHome'
import { pairRange } from './pairs'

/** The fixes of a problem in `text`; most have one. Their words can be shown anywhere. */
export const fixesOf = (text: string, problem: Problem): Fix[] =>
  found(text, problem).map(({ does, edits }) => ({ does: shown(does), edits }))

function shown(does: FixKind): FixKind {
  const word = (text: string) => visibleLine(shortened(text, LONGEST_WORD))
  switch (does.type) {
    case 'replace':
      return { ...does, by: word(does.by) }
    case 'remove':
      return { ...does, key: word(does.key) }
    case 'move':
      return { ...does, key: word(does.key) }
    case 'characters':
      return does
  }
}

const LONGEST_WORD = 80

function found(text: string, problem: Problem): Fix[] {
  const { code, start, end, suggestion, home } = problem
  if (code === 'strange-character') return ordinaryCharacters(text, start)
  if (suggestion !== undefined)
    return [{ does: { type: 'replace', by: suggestion }, edits: [{ start, end, text: suggestion }] }]
  if (home !== undefined) return moveHome(text, problem, home)
  return REMOVABLE.includes(problem.code) ? remove(text, problem) : []
}

/** All characters of the kind at once: they come in numbers, from a page or a document that a cell was copied from. */
function ordinaryCharacters(text: string, start: number): Fix[] {
  const yaml = readYaml(text)
  const kinds = yaml.refused ? [] : [yaml.strange.unseen, yaml.strange.structure]
  const edits = kinds.find(all => all.some(one => one.start === start))
  if (edits === undefined) return []
  return [
    {
      does: { type: 'characters' },
      edits: edits.map(({ start, end, suggestion }) => ({ start, end, text: suggestion }))
    }
  ]
}

const REMOVABLE: readonly Problem['code'][] = ['unsupported-key', 'unknown-key', 'duplicate-key']

function remove(text: string, { start, end }: Problem): Fix[] {
  const range = pairRange(text, start)
  return range ? [{ does: { type: 'remove', key: text.slice(start, end) }, edits: [{ ...range, text: '' }] }] : []
}
