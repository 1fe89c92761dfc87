import { CHARACTER_KINDS, CHARACTER_NAMES, withArticle } from '../../texts/characters'

/** What a character is called that cannot be told by its looks: its name, if there is one, and its code. */
function characterName(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const name = CHARACTER_NAMES.get(character) ?? kindOf(character)
  return name === null ? code : `${name} (${code})`
}

/** The same with its article. */
export const aCharacter = (character: string): string => withArticle(characterName(character))

const kindOf = (character: string): string | null => CHARACTER_KINDS.find(([kind]) => kind.test(character))?.[1] ?? null
