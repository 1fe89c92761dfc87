/** What is said of characters that are not what they look like. */
export const CHARACTER_TEXTS = {
  space: (character: string) => `here is ${character}; YAML needs an ordinary space`,
  spaceWithin: (character: string) =>
    `here is ${character}; YAML needs an ordinary space, or put the text in quotes if this belongs to it`,
  lineEnd: (character: string) => `here is ${character}; start a new line instead`,
  unseen: (character: string) => `here is ${character}, which cannot be seen; remove it`,
  unseenWithin: (character: string) =>
    `here is ${character}, which cannot be seen; remove it, or put the text in quotes if this belongs to it`,
  quote: (sign: string, character: string, write: string) =>
    `${sign} is ${character}; YAML needs an ordinary one: ${write}`,
  structure: (sign: string, character: string, ours: string) =>
    `${sign} is ${character}; YAML needs the ordinary ${ours === '"' ? 'one: "' : `"${ours}"`}`,

  looksLike: (sign: string, character: string, ours: string) => `${sign} is ${character}, not ${ours}`,
  unseenInside: (character: string) => `there is ${character} in it`,
  writeInstead: (what: string, write: string) => `${what}; write ${write}`,
  because: (message: string, what: string) => `${message} (${what})`
}

/** "a no-break space", "an en dash", "a U+1F600": a name of a character, or its code, with its article. */
export const withArticle = (name: string): string => `${/^([aeio]|U\+)/.test(name) ? 'an' : 'a'} ${name}`

/** Characters that have no name of their own below, by what they are. */
export const CHARACTER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/[\uff01-\uff5e]/, 'fullwidth character'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letter'],
  [/\p{Script=Greek}/u, 'Greek letter'],
  [/\p{Zs}/u, 'space of another width'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'mark that turns the direction of text'],
  [/\p{Default_Ignorable_Code_Point}/u, 'invisible character'],
  [/\p{Cc}/u, 'control character']
]

/** Characters by their names. */
export const CHARACTER_NAMES: ReadonlyMap<string, string> = new Map([
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
