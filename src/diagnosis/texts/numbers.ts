/* How numbers and lists are said in findings, in English. */

/** "7.1 decades" */
export function decadesText(decades: number): string {
  const size = Math.abs(decades)
  const many = trimmed(size.toFixed(1))
  return size === Infinity ? 'infinitely many decades' : `${many} ${many === '1' ? 'decade' : 'decades'}`
}

/** What a layer leaves of a signal: "keeps 24 % of it", "makes it 1.8 times as large". */
export function perLayerText(perLayer: number): string {
  return perLayer < 1 ? `keeps ${percent(perLayer)} of it` : `makes it ${number(perLayer)} times as large`
}

/** Three significant digits, powers of ten where there are many zeros. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'infinity' : '-infinity'
  const size = Math.abs(value)
  if (value === 0) return '0'
  if (size >= 1e-3 && size < 1e6)
    return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 6 })
  const [mantissa, exponent] = value.toExponential(1).split('e')
  return `${trimmed(mantissa!)}e${Number(exponent)}`
}

export const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`

/** What a step moves of weights: "3 % of their size", "53 times their size", "2e-9 of their size". */
export function ofTheirSize(share: number): string {
  if (share >= 1) return `${number(share)} times their size`
  return `${share >= 1e-4 ? percent(share) : number(share)} of their size`
}

/** The output layer by a name that reads well in a sentence. */
export const layerText = (name: string): string => (name === 'output' ? 'the output layer' : name)

/** "1 layer", "3 layers". */
export const count = (many: number, what: string): string =>
  `${many.toLocaleString('en-US')} ${what}${many === 1 ? '' : 's'}`

/** "hidden 1", "hidden 1 and the output layer", "hidden 1, hidden 2 and 4 more". */
export function listed(layers: readonly string[]): string {
  const names = layers.map(layerText)
  if (names.length <= 1) return names.join('')
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more layers`
}

const trimmed = (text: string): string => text.replace(/\.0$/, '')
