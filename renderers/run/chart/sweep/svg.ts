/** A part of an SVG picture, without any document, so that pictures can be made and tested outside a browser. */
export interface SvgNode {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgNode | string)[]
}

/** A part with its attributes and what is in it. */
export const svg = (
  tag: string,
  attributes: SvgNode['attributes'] = {},
  ...children: readonly (SvgNode | string)[]
): SvgNode => ({ tag, attributes, children })

/** A picture of its own size. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly nodes: readonly SvgNode[]
}

/** Pictures below each other. */
export function stacked(drawings: readonly Drawing[], gap: number): Drawing {
  let top = 0
  const nodes = drawings.map(({ height, nodes }) => {
    const moved = svg('g', { transform: `translate(0 ${top})` }, ...nodes)
    top += height + gap
    return moved
  })
  return { width: Math.max(0, ...drawings.map(({ width }) => width)), height: Math.max(0, top - gap), nodes }
}

/** The picture as a file. */
export function svgFile({ width, height, nodes }: Drawing, background: string, fontFamily: string): string {
  const back = svg('rect', { width, height, fill: background })
  const root = svg('svg', { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily }, back, ...nodes) // prettier-ignore
  return markup(root)
}

export const NAMESPACE = 'http://www.w3.org/2000/svg'

/** The part as text. */
export function markup({ tag, attributes, children }: SvgNode): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : markup(child)))
  return inner.length === 0 ? `<${tag}${named.join('')}/>` : `<${tag}${named.join('')}>${inner.join('')}</${tag}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text stays text; characters that XML does not know at all are left out. */
const escaped = (text: string): string =>
  [...text]
    .filter(character => character >= ' ' || character === '\n' || character === '\t')
    .map(character => ENTITIES[character] ?? character)
    .join('')

/** To a tenth of a pixel, so that files stay small and the same everywhere. */
export const px = (value: number): number => Math.round(10 * value) / 10
