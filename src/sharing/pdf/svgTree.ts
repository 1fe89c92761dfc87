/** An element of an SVG document, or a text in it. */
export interface SvgElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgElement | string)[]
}

interface Open {
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly children: (SvgElement | string)[]
}

const TOKEN = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g

/** Reads the SVG that we make ourselves: elements, attributes between double quotes and texts; nothing else is XML in it. */
export function parseSvg(svg: string): SvgElement {
  const root: Open = { tag: '', attributes: {}, children: [] }
  const open = [root]
  for (const [, closing, tag, attributes, empty, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1)!
    if (text !== undefined) parent.children.push(unescaped(text))
    else if (closing === '/') open.pop()
    else {
      const element: Open = { tag: tag!, attributes: attributesOf(attributes!), children: [] }
      parent.children.push(element)
      if (empty !== '/') open.push(element)
    }
  }
  const [first] = root.children
  if (first === undefined || typeof first === 'string') throw new Error('no picture to put into the PDF')
  return first
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, unescaped(value!)]))

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16))
  })
