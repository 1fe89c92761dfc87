import { grouped } from '../../text'

/** What is said of a text that is not YAML, or not a mapping. */
export const YAML_TEXTS = {
  tooLong: (most: number, characters: number) =>
    `a cell may have ${grouped(most)} characters, and this one has ${grouped(characters)}: shorten it`,
  tooDeep: (levels: number) =>
    `mappings and lists may be ${levels} levels deep; from here on they are deeper: close the brackets before, or indent less`,
  tooManyPieces: (most: number) =>
    `a cell may have ${grouped(most)} words and signs; from here on there are more: shorten its lists`,

  noDirectives: 'lines that start with % have no meaning here; remove this one',
  noTags: 'tags (!…) have no meaning here: remove it',
  severalDocuments: 'a cell holds one experiment: remove the line "---" or move what follows to a new cell',
  marker: 'remove the "---" before this',
  tab: 'YAML does not allow tabs here; indent with spaces',
  commas: 'inside braces, put a comma between two settings, as in {name: sgd, momentum: 0.9}',
  column: 'keys of one mapping must start in the same column',
  otherColumn: 'keys of one mapping must start in the same column; this line starts in another one',
  outOfColumn: (key: string) =>
    `keys of one mapping must start in the same column; move ${key} to the column of the key above it`,
  anchorOrAlias: 'text that starts with & or * must be in quotes',
  aliasWithMore: 'an alias (*name) takes no anchor and no tag; remove it',
  secondAnchor: 'a value can have one anchor (&name) only; remove the other',
  keyIsNoWord: 'a key must be a word, not a list or a mapping; remove the extra brackets',
  keyTooLong: 'a key may have at most 1,024 characters',
  startsWith: (sign: string) => `text that starts with ${sign} must be in quotes; add them, or remove the ${sign}`,
  blockScalar: 'text that starts with | or > must be in quotes',
  loneComma: 'remove this comma; there is nothing before it',
  closesNothing: (sign: string, opening: string) =>
    `this ${sign} closes nothing; remove it, or add ${opening} where the value begins`,
  closesOther: (sign: string, opening: string, due: string) => `this ${sign} closes a ${opening}; write ${due}`,
  neverClosed: (sign: string, due: string) => `this ${sign} is never closed; add ${due} where it ends`,
  quoteNeverClosed: (quote: string) => `this quote is never closed; add ${quote} where the text ends`,
  notOfTheValue: 'this does not belong to the value before it; remove it, or put all of it in quotes',
  backslash: 'in double quotes a backslash has a meaning of its own; write \\\\ for it, or use single quotes',
  spaceAfterColon: 'add a space after the colon',
  spaceBeforeComment: 'add a space before this #, or put the text in quotes',
  dashes: 'every entry of this list must start with "- "',
  other: (what: string) => `this is not valid YAML: ${what}`,

  lineNeedsKey: (write: string) => `every line of a mapping needs a key; write ${write}`,
  braces: 'put settings that share a line in braces',
  bracesAs: (write: string) => `put settings that share a line in braces: ${write}`,

  tooManyAliases: 'the aliases (*name) of this cell expand to too much; write the values out',
  noAnchor: (name: string) =>
    `there is no anchor &${name} above this alias; if *${name} is meant as text, put it in quotes`,
  aliasWithinItself: (name: string) =>
    `the alias *${name} is inside the value that it stands for (&${name}); write out what you mean`,

  repeatedKey: (key: string) => `${key} appears twice; keep one`,
  thisKey: 'this key',
  mergeConflict: (line: number) =>
    `this cell holds an unresolved merge conflict, from line ${line} on: keep one of the two versions, and remove the lines that start with <<<<<<<, ======= and >>>>>>>`
}

/** What is said of a cell, or a line of it, that is not made of keys and values. */
export const MAPPING_TEXTS = {
  empty: 'this cell is empty; "dataset: spiral" alone is a whole experiment',
  list: 'a cell must be a mapping, not a list; write its keys without dashes or brackets',
  inQuotes: 'remove the quotes around this; a cell needs none',
  lines: 'a cell is made of lines "key: value", for example "dataset: spiral"',
  fence: 'remove the ``` lines: a cell is YAML already',
  python: 'this looks like Python; a cell describes the net in YAML, for example "activation: tanh"',
  spaceAfterColon: (write: string) => `add a space after the colon: ${write}`,
  colonForEquals: (write: string) => `write a colon instead of =: ${write}`,
  colonAfterKey: (write: string) => `add a colon after the key: ${write}`,
  loneName: (name: string, write: string) => `say what ${name} is for: write ${write}`
}
