/** "#0f8f83" as red, green and blue, 0 … 1. */
export function colorOperands(color: string): string {
  const digits = color.match(/^#([\da-f]{6})$/i)?.[1] ?? shortColor(color)
  return [0, 2, 4].map(i => Math.round((parseInt(digits.slice(i, i + 2), 16) / 255) * 1000) / 1000).join(' ')
}

function shortColor(color: string): string {
  const named: Readonly<Record<string, string>> = { white: 'ffffff', black: '000000' }
  const short = color.match(/^#([\da-f]{3})$/i)?.[1]
  const rgb = color.match(/^rgb\((\d+), ?(\d+), ?(\d+)\)$/)?.slice(1)
  const digits = named[color] ?? (short ? [...short].map(digit => digit + digit).join('') : undefined)
  if (digits !== undefined) return digits
  if (rgb) return rgb.map(part => Number(part).toString(16).padStart(2, '0')).join('')
  throw new Error(`no PDF for the colour ${color}`)
}
