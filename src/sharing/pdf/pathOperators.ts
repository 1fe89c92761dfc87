/** A number as PDF writes it: to a hundredth, without an exponent. */
export const pdfNumber = (value: number): string => String(Math.round(value * 100) / 100)

const COMMAND = /([a-z])([^a-z]*)/gi
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 }

interface Pen {
  x: number
  y: number
  startX: number
  startY: number
}

/** The path `d` of SVG as operators of PDF (32000-1, 8.5.2); arcs become Bézier curves. Throws an error for a command that our pictures don't use. */
export function pathOperators(d: string): string {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0 }
  const made: string[] = []
  for (const [, letter, rest] of d.matchAll(COMMAND)) {
    const numbers = (rest!.match(NUMBER) ?? []).map(Number)
    const count = COUNTS[letter!.toLowerCase()]
    if (count === undefined) throw new Error(`no PDF for the path command ${letter}`)
    if (count === 0) made.push(step(pen, letter!, []))
    for (let i = 0; i < numbers.length; i += count) {
      const isLater = i > 0 && letter!.toLowerCase() === 'm'
      made.push(step(pen, isLater ? (letter === 'm' ? 'l' : 'L') : letter!, numbers.slice(i, i + count)))
    }
  }
  return made.join(' ')
}

function step(pen: Pen, letter: string, numbers: readonly number[]): string {
  const isRelative = letter === letter.toLowerCase()
  const [dx, dy] = isRelative ? [pen.x, pen.y] : [0, 0]
  const kind = letter.toLowerCase()
  if (kind === 'z') return close(pen)
  if (kind === 'h') return moveTo(pen, numbers[0]! + dx, pen.y, 'l')
  if (kind === 'v') return moveTo(pen, pen.x, numbers[0]! + dy, 'l')
  const [x, y] = [numbers.at(-2)! + dx, numbers.at(-1)! + dy]
  if (kind === 'm') {
    Object.assign(pen, { startX: x, startY: y })
    return moveTo(pen, x, y, 'm')
  }
  if (kind === 'l') return moveTo(pen, x, y, 'l')
  if (kind === 'a') return arc(pen, numbers, x, y)
  const points = numbers.map((value, i) => value + (i % 2 === 0 ? dx : dy))
  Object.assign(pen, { x, y })
  return `${points.map(pdfNumber).join(' ')} c`
}

function moveTo(pen: Pen, x: number, y: number, operator: string): string {
  Object.assign(pen, { x, y })
  return `${pdfNumber(x)} ${pdfNumber(y)} ${operator}`
}

function close(pen: Pen): string {
  Object.assign(pen, { x: pen.startX, y: pen.startY })
  return 'h'
}

/** An arc of a circle or an upright ellipse (SVG 1.1, F.6.5) in curves of at most a quarter. */
function arc(pen: Pen, [rx, ry, , large, sweep]: readonly number[], x: number, y: number): string {
  const [fromX, fromY] = [pen.x, pen.y]
  Object.assign(pen, { x, y })
  const half = { x: (fromX - x) / 2 / rx!, y: (fromY - y) / 2 / ry! }
  const distance = half.x ** 2 + half.y ** 2
  if (!(distance > 0)) return ''
  const scale = Math.max(1, Math.sqrt(distance))
  const off = Math.sqrt(Math.max(0, scale ** 2 / distance - 1)) * (large === sweep ? -1 : 1)
  const [a, b] = [rx! * scale, ry! * scale]
  const centre = { x: (fromX + x) / 2 + off * half.y * rx!, y: (fromY + y) / 2 - off * half.x * ry! }
  const angle = (px: number, py: number) => Math.atan2((py - centre.y) / b, (px - centre.x) / a)
  const start = angle(fromX, fromY)
  const turn = angle(x, y) - start
  const whole = sweep ? (turn < 0 ? turn + 2 * Math.PI : turn) : turn > 0 ? turn - 2 * Math.PI : turn
  return curves(centre, a, b, start, whole)
}

function curves(centre: { x: number; y: number }, a: number, b: number, start: number, turn: number): string {
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const part = turn / count
  const reach = (4 / 3) * Math.tan(part / 4)
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [start + i * part, start + (i + 1) * part]
    const at = (angle: number, along: number): number[] => [
      centre.x + a * (Math.cos(angle) - along * Math.sin(angle)),
      centre.y + b * (Math.sin(angle) + along * Math.cos(angle))
    ]
    return `${[...at(from, reach), ...at(to, -reach), ...at(to, 0)].map(pdfNumber).join(' ')} c`
  }).join(' ')
}
