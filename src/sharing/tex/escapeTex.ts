import { visibleLine } from '../../text'

/** What acts in TeX, and what the plainest font encoding lacks, as it can stand in any text of LaTeX. */
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_' },
  ...{ '^': '\\textasciicircum{}', '~': '\\textasciitilde{}', '<': '$<$', '>': '$>$', '|': '$|$', '"': "''" },
  ...{ "'": '{\\textquotesingle}', '`': '{\\textasciigrave}', '[': '{[}', ']': '{]}', ',': '{,}', '=': '{=}' },
  ...{
    '-': '{-}',
    '−': '$-$',
    '–': '--',
    '—': '---',
    '…': '\\dots{}',
    '·': '$\\cdot$',
    '×': '$\\times$',
    '÷': '$\\div$'
  },
  ...{ '→': '$\\to$', '←': '$\\leftarrow$', '≤': '$\\le$', '≥': '$\\ge$', '∂': '$\\partial$', '±': '$\\pm$' },
  ...{
    '′': "$'$",
    '∞': '$\\infty$',
    '√': '$\\surd$',
    '≈': '$\\approx$',
    '≠': '$\\ne$',
    '‖': '$\\|$',
    '∇': '$\\nabla$'
  },
  ...{ '“': '``', '”': "''", '‘': '`', '’': "'", '\u00a0': '~', '°': '$^\\circ$', µ: '$\\mu$', '○': '$\\circ$' },
  ...{ φ: '$\\varphi$', δ: '$\\delta$', Δ: '$\\Delta$', σ: '$\\sigma$', ρ: '$\\rho$', λ: '$\\lambda$', η: '$\\eta$' },
  ...{ ε: '$\\varepsilon$', χ: '$\\chi$', α: '$\\alpha$', β: '$\\beta$', γ: '$\\gamma$', μ: '$\\mu$', θ: '$\\theta$' }
}

/** Letters that LaTeX makes of its own font and an accent. */
const LATIN = /^[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ]$/
const RAISED = /^[\u00b2\u00b3\u00b9\u2070-\u207f]/
const LOWERED = /^[\u2080-\u208e]/
/** Neighbours that are raised or lowered stand together: TeX takes no two superscripts. */
const PARTS = /([\u00b2\u00b3\u00b9\u2070-\u207f]+|[\u2080-\u208e]+)/

/** Any text as text of LaTeX; a character that no font of a plain document has is told by its number. */
export const escapeTex = (text: string): string =>
  visibleLine(text)
    .normalize('NFC')
    .split(PARTS)
    .map(part => {
      if (RAISED.test(part)) return `$^{${plain(part)}}$`
      if (LOWERED.test(part)) return `$_{${plain(part)}}$`
      return part.split(LONG).map(escapedWord).join('')
    })
    .join('')

/** Words that no line of a document may take whole. */
const LONG = /(\S{25,})/

const escapedWord = (word: string, i: number): string =>
  Array.from(word, escaped).join(i % 2 === 1 ? '\\allowbreak{}' : '')

function escaped(character: string): string {
  const known = ESCAPED[character]
  if (known !== undefined) return known
  if (/^[\x20-\x7e]$/.test(character) || LATIN.test(character)) return character
  const letters = plain(character)
  if (letters !== '' && letters !== character && /^[\x20-\x7e]+$/.test(letters)) return escapeTex(letters)
  return `\\gradnbchar{${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`
}

const plain = (character: string): string =>
  character
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('−', '-')

/** A text that a file's reader sees and TeX does not: one line of comment. */
export const texComment = (text: string): string => `% ${visibleLine(text).replace(/[^\x20-\x7e]/g, '?')}`
