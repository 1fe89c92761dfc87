/**
 * A reader of JSON that shares nothing with the one under test: it keeps numbers as their text and keys in their order, also
 * those that appear twice. Throws a `SyntaxError` for all that JSON.parse refuses.
 */
export type Walked =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly Walked[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [key: string, value: Walked])[] }

const TOKEN = /[ \t\n\r]*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^ \t\n\r{}[\],:"]+)/y

export function walkJson(text: string): Walked {
  JSON.parse(text)
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1]!)
  let place = 0
  const value = (): Walked => {
    const token = tokens[place++]!
    if (token === '[') return { kind: 'list', entries: until(']', value) }
    if (token === '{') return { kind: 'object', fields: until('}', field) }
    return { kind: 'scalar', text: token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : numberText(token) }
  }
  const field = (): readonly [string, Walked] => {
    const key = JSON.parse(tokens[place]!) as string
    place += 2
    return [key, value()]
  }
  const until = <T>(end: string, read: () => T): T[] => {
    const all: T[] = []
    while (tokens[place] !== end) {
      if (tokens[place] === ',') place++
      all.push(read())
    }
    place++
    return all
  }
  return value()
}

/** One text for 1.0, 1 and 10e-1, by its decimal digits; any other token as it is. */
function numberText(token: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token)
  if (!match) return token
  const [, sign, whole, fraction = '', power = '0'] = match
  const digits = BigInt(whole! + fraction)
  let [rest, exponent] = [digits, BigInt(power) - BigInt(fraction.length)]
  while (rest !== 0n && rest % 10n === 0n) [rest, exponent] = [rest / 10n, exponent + 1n]
  return rest === 0n ? `${sign}0` : `${sign}${rest}e${exponent}`
}
