/** What a character is called that cannot be told by its looks: its name, if there is one, and its code. */
export function characterName(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const name = NAMES.get(character) ?? kindOf(character)
  return name === null ? code : `${name} (${code})`
}

/** The same with its article. */
export function aCharacter(character: string): string {
  const name = characterName(character)
  return `${/^([aeio]|U\+)/.test(name) ? 'an' : 'a'} ${name}`
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/[\uff01-\uff5e]/, 'fullwidth character'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letter'],
  [/\p{Script=Greek}/u, 'Greek letter'],
  [/\p{Zs}/u, 'space of another width'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'mark that turns the direction of text'],
  [/\p{Default_Ignorable_Code_Point}/u, 'invisible character'],
  [/\p{Cc}/u, 'control character']
]

const kindOf = (character: string): string | null => KINDS.find(([kind]) => kind.test(character))?.[1] ?? null

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u0085', 'next-line character'],
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u061c', 'Arabic letter mark'],
  ['\u2002', 'en space'],
  ['\u2003', 'em space'],
  ['\u2007', 'figure space'],
  ['\u2009', 'thin space'],
  ['\u200a', 'hair space'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202f', 'narrow no-break space'],
  ['\u205f', 'mathematical space'],
  ['\u2060', 'word joiner'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'byte order mark'],
  ['\u2010', 'hyphen of typesetting'],
  ['\u2011', 'no-break hyphen'],
  ['\u2012', 'figure dash'],
  ['\u2013', 'en dash'],
  ['\u2014', 'em dash'],
  ['\u2212', 'minus sign'],
  ['\u3001', 'ideographic comma'],
  ['\uff0c', 'fullwidth comma'],
  ['\uff1a', 'fullwidth colon'],
  ['\u0131', 'dotless i'],
  ...[...'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2033\uff02\uff07'].map(
    quote => [quote, 'typographic quote'] as const
  )
])
