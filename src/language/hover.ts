import type { Range } from '../experiment'
import { placeAt, type Place } from './place'
import type { Named, Shape } from './shape'
import { shapeIn } from './sweepShape'
import { defaultOf, docMarkdown, kindOf } from './words'
import { ourName } from './yaml'

/** What is told of a word under the pointer, as Markdown. */
export interface HoverText {
  readonly markdown: string
  readonly range: Range
}

/** What the key or value at `offset` means; null where there is nothing to say. */
export function hoverAt(root: Shape, text: string, offset: number): HoverText | null {
  const place = placeAt(text, offset)
  if (place === null) return null
  const shape = shapeIn(root, place.cell, place.path)
  const markdown = shape && (place.at === 'key' ? keyMarkdown(place, shape) : valueMarkdown(place, shape))
  return markdown ? { markdown, range: place.range } : null
}

/** A name's own meaning; for numbers and the like that of their key. */
function valueMarkdown(place: Place, shape: Shape): string {
  const name = ourName(place.word)
  const found = shape.words.find(word => word.name === name) ?? mappingNamed(shape, name)
  if (!found) return shape.words.length > 0 ? '' : keyMarkdown(place, shape)
  const also = name === place.word ? '' : ` = \`${name}\``
  return [`**\`${place.word}\`**${also}`, docMarkdown(found.doc)].filter(Boolean).join('\n\n')
}

/** A name that may not stand alone, as csv. */
const mappingNamed = ({ mappings }: Shape, name: string): Named | undefined =>
  mappings.flatMap(({ names }) => names).find(word => word.name === name)

function keyMarkdown({ path }: Place, shape: Shape): string {
  const key = String(path.filter(step => typeof step === 'string').at(-1) ?? '')
  const facts = [`**\`${key}\`**`, kindOf(shape), defaultOf(shape)].filter(Boolean).join(' · ')
  const names = shape.words.filter(({ name }) => name !== 'true' && name !== 'false').map(({ name }) => `\`${name}\``)
  return [facts, docMarkdown(shape.doc), names.join(' ')].filter(Boolean).join('\n\n')
}
