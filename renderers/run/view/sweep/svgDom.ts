import { NAMESPACE, type Drawing, type SvgNode } from '../../chart/sweep/svg'

/** The picture as an element; text from a notebook becomes text and never HTML. Screen readers are told elsewhere. */
export function svgElement({ width, height, nodes }: Drawing): SVGSVGElement {
  const root = document.createElementNS(NAMESPACE, 'svg') as SVGSVGElement
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.setAttribute('aria-hidden', 'true')
  root.append(...nodes.map(nodeOf))
  return root
}

function nodeOf(node: SvgNode | string): Node {
  if (typeof node === 'string') return document.createTextNode(node)
  const made = document.createElementNS(NAMESPACE, node.tag)
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, String(value))
  made.append(...node.children.map(nodeOf))
  return made
}
