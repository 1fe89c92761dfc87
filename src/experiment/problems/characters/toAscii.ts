/** Letters of other scripts that look like ours, in pairs. */
const LETTERS =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwгrпnмmтtкkвbнhАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅS' +
  'οoαaνvιiκkτtυuρpγyχxεeηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiİIſs'

/** Signs that look like those of YAML and of numbers, and ours. */
const SIGNS: Readonly<Record<string, string>> = {
  '"': '\u201c\u201d\u201e\u201f\u2033',
  "'": '\u2018\u2019\u201a\u201b\u2032\u00b4',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2212\ufe63',
  ',': '\u3001\u060c\ufe50',
  ':': '\ufe55\ua789\u2236',
  '.': '\u3002\u2024',
  '[': '\u3010\u27e6',
  ']': '\u3011\u27e7',
  '{': '\u2774',
  '}': '\u2775',
  '~': '\u02dc\u223c',
  '%': '\u066a',
  _: '\ufe4d\ufe4e\ufe4f'
}

const OURS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SIGNS).flatMap(([ours, theirs]) => [...theirs].map(sign => [sign, ours] as const)),
  ...Array.from({ length: LETTERS.length / 2 }, (_, i) => [LETTERS[2 * i]!, LETTERS[2 * i + 1]!] as const)
])

/** Fullwidth forms and the alphabets of mathematics have an ASCII character of their own by Unicode. */
const COMPATIBLE = /^[\uff01-\uff5e\u{1d400}-\u{1d7ff}]$/u

/** The ASCII character that `character` can be taken for; itself where there is none. */
export function asciiOf(character: string): string {
  const ours = OURS.get(character)
  return ours ?? (COMPATIBLE.test(character) ? character.normalize('NFKC') : character)
}
