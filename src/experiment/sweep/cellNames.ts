import { nearest } from '../../text'
import { isMapping } from '../normalize'
import { YamlSource } from '../source'
import { shortened } from '../problems/words'
import { TEXTS } from '../texts/texts'

/** What another cell says of itself, as far as it can be read. */
export interface OtherCell {
  readonly text: string
  readonly name: string
  /** the name of the cell that it extends */
  readonly extends: string | null
}

/** The cells of a notebook by their names. Each text is read once, when a name is first looked for. */
export class CellNames {
  private cells: readonly OtherCell[] | null = null

  constructor(private readonly texts: readonly string[]) {}

  /** All that have a name. */
  private get named(): readonly OtherCell[] {
    return (this.cells ??= this.texts.flatMap(about))
  }

  /** The one cell of that name, or a sentence that says why there is not one, with the name that may be meant. */
  find(name: string): { readonly cell: OtherCell } | { readonly message: string; readonly meant: string | null } {
    const found = this.named.filter(cell => cell.name === name)
    if (found.length === 1) return { cell: found[0]! }
    if (found.length > 1) return { message: TEXTS.sweeps.sameName(shortened(name), found.length), meant: null }
    const names = this.named.map(cell => cell.name)
    const meant = nearest(name, names)
    return {
      message: TEXTS.sweeps.unknownCell(shortened(name), meant, names.map(one => shortened(one)).slice(0, MOST_NAMES)),
      meant
    }
  }

  /** From `start` along `extends`: the names, the first of them again at the end where that leads round in a circle. */
  chain(start: string): readonly string[] {
    const names = [start]
    for (;;) {
      const next = this.named.find(cell => cell.name === names.at(-1))?.extends ?? null
      if (next === null) return names
      const isCircle = names.includes(next)
      names.push(next)
      if (isCircle || names.length > LONGEST_CHAIN + 1) return names
    }
  }
}

/** How many cells `extends` may lead through. */
export const LONGEST_CHAIN = 50
/** Names in a sentence. */
const MOST_NAMES = 20

/** The name that a cell gives itself, whatever else is wrong with it; null where it gives none, or none can be read. */
export const nameIn = (text: string): string | null => about(text)[0]?.name ?? null

function about(text: string): OtherCell[] {
  if (!text.includes('name')) return []
  const source = new YamlSource(text)
  const value = source.problems.some(({ code }) => code !== 'duplicate-key') ? null : source.toValue()
  if (!isMapping(value) || typeof value['name'] !== 'string') return []
  const base = value['extends']
  return [{ text, name: value['name'], extends: typeof base === 'string' ? base : null }]
}
