import { colorOperands } from './colorOperands'
import { pathOperators, pdfNumber as n } from './pathOperators'
import type { Resources } from './resources'
import { hasBoxes } from './glyphs'
import { textOperators } from './textOperators'
import type { SvgElement } from './svgTree'

/** What elements inherit (SVG 1.1, 6.1). */
interface Style {
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: number
  readonly dash: string
  readonly fillOpacity: number
  readonly strokeOpacity: number
  readonly fontSize: number
  readonly isBold: boolean
  readonly anchor: 'start' | 'middle' | 'end'
}

const INITIAL: Style = {
  ...{ fill: '#000000', stroke: 'none', strokeWidth: 1, dash: '', fillOpacity: 1, strokeOpacity: 1 },
  ...{ fontSize: 11, isBold: false, anchor: 'start' }
}

/** An SVG picture as operators of a PDF page whose y grows downwards. */
export interface Painted {
  readonly operators: string
  /** whether a text has characters that no font of ours has */
  readonly hasBoxes: boolean
}

/** Paints the elements that our pictures are made of; throws an error for any other, so that nothing is left out without a word. */
export function paint(root: SvgElement, resources: Resources): Painted {
  const painter = new Painter(resources, definitionsOf(root))
  painter.children(root, INITIAL)
  return { operators: painter.lines.join('\n'), hasBoxes: painter.hasBoxes }
}

/** Gradients and clips by their ids. */
function definitionsOf(element: SvgElement, found = new Map<string, SvgElement>()): ReadonlyMap<string, SvgElement> {
  const { id } = element.attributes
  if (id !== undefined) found.set(id, element)
  for (const child of element.children) if (typeof child !== 'string') definitionsOf(child, found)
  return found
}

class Painter {
  readonly lines: string[] = []
  hasBoxes = false

  constructor(
    private readonly resources: Resources,
    private readonly definitions: ReadonlyMap<string, SvgElement>
  ) {}

  children({ children }: SvgElement, style: Style): void {
    for (const child of children) if (typeof child !== 'string') this.element(child, style)
  }

  private element(element: SvgElement, inherited: Style): void {
    const { tag, attributes } = element
    if (tag === 'defs' || tag === 'clipPath' || tag === 'linearGradient' || attributes['display'] === 'none') return
    const style = styleOf(attributes, inherited)
    const before = [matrixOf(attributes['transform']), this.clipOf(attributes['clip-path'])].filter(part => part !== '')
    if (before.length > 0) this.lines.push('q', ...before)
    this.shape(element, style)
    if (before.length > 0) this.lines.push('Q')
  }

  private shape(element: SvgElement, style: Style): void {
    switch (element.tag) {
      case 'g':
        return this.children(element, style)
      case 'text':
        return this.text(element, style)
      case 'image':
        return this.image(element)
      default:
        return this.outline(outlineOf(element), style, element)
    }
  }

  private text({ attributes, children }: SvgElement, style: Style): void {
    const text = children.map(child => (typeof child === 'string' ? child : '')).join('')
    if (text.trim() === '' || style.fill === 'none') return
    this.hasBoxes ||= hasBoxes(text)
    const { fontSize: size, isBold, anchor } = style
    const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)]
    const color = colorOperands(style.fill)
    this.lines.push(
      `${this.opacity(style)}${color} rg ${color} RG 0.5 w`,
      textOperators({ text, x, y, size, isBold, anchor })
    )
  }

  private image({ attributes }: SvgElement): void {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(attributes[name] ?? 0))
    const name = this.resources.image(attributes['href'] ?? attributes['xlink:href'] ?? '')
    this.lines.push(`q ${n(width!)} 0 0 ${n(-height!)} ${n(x!)} ${n(y! + height!)} cm /${name} Do Q`)
  }

  private outline(path: string, style: Style, element: SvgElement): void {
    if (path === '') return
    const gradient = this.definitions.get(style.fill.match(/^url\(#(.*)\)$/)?.[1] ?? '')
    if (gradient) return void this.lines.push(`q ${path} W n /${this.resources.shading(gradient, boxOf(element))} sh Q`)
    const [fills, strokes] = [style.fill !== 'none', style.stroke !== 'none' && style.strokeWidth > 0]
    if (!fills && !strokes) return
    const setup = [
      this.opacity(style),
      fills ? `${colorOperands(style.fill)} rg ` : '',
      strokes ? `${colorOperands(style.stroke)} RG ${n(style.strokeWidth)} w ${dashOperators(style.dash)} ` : ''
    ]
    this.lines.push(`${setup.join('')}${path} ${fills ? (strokes ? 'B' : 'f') : 'S'}`)
  }

  private opacity({ fillOpacity, strokeOpacity }: Style): string {
    return `/${this.resources.opacity(fillOpacity, strokeOpacity)} gs `
  }

  private clipOf(reference: string | undefined): string {
    const clip = this.definitions.get(reference?.match(/^url\(#(.*)\)$/)?.[1] ?? '')
    const shapes = clip?.children.filter(child => typeof child !== 'string') ?? []
    return shapes.length === 0 ? '' : `${shapes.map(outlineOf).join(' ')} W n`
  }
}

function styleOf(attributes: SvgElement['attributes'], inherited: Style): Style {
  const number = (name: string, otherwise: number) =>
    attributes[name] === undefined ? otherwise : parseFloat(attributes[name])
  const opacity = number('opacity', 1)
  const weight = attributes['font-weight']
  return {
    fill: attributes['fill'] ?? inherited.fill,
    stroke: attributes['stroke'] ?? inherited.stroke,
    strokeWidth: number('stroke-width', inherited.strokeWidth),
    dash: attributes['stroke-dasharray'] ?? inherited.dash,
    fillOpacity: opacity * number('fill-opacity', inherited.fillOpacity),
    strokeOpacity: opacity * number('stroke-opacity', inherited.strokeOpacity),
    fontSize: number('font-size', inherited.fontSize),
    isBold: weight === undefined ? inherited.isBold : weight === 'bold' || Number(weight) >= 600,
    anchor: (attributes['text-anchor'] as Style['anchor'] | undefined) ?? inherited.anchor
  }
}

/** The box of a shape that a gradient fills. */
function boxOf({ attributes }: SvgElement): readonly [x: number, width: number] {
  const { x, width, d } = attributes
  if (width !== undefined) return [Number(x ?? 0), Number(width)]
  const [, left, right] = d?.match(/^M(-?[\d.]+),-?[\d.]+h(-?[\d.]+)/) ?? []
  return [Number(left ?? 0), Number(right ?? 0)]
}

function outlineOf({ tag, attributes }: SvgElement): string {
  const value = (name: string) => Number(attributes[name] ?? 0)
  switch (tag) {
    case 'rect':
      return `${['x', 'y', 'width', 'height'].map(name => n(value(name))).join(' ')} re`
    case 'line':
      return pathOperators(`M${value('x1')} ${value('y1')}L${value('x2')} ${value('y2')}`)
    case 'circle': {
      const [x, y, r] = [value('cx'), value('cy'), value('r')]
      return pathOperators(`M${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}Z`)
    }
    case 'path':
      return pathOperators(attributes['d'] ?? '')
    default:
      throw new Error(`no PDF for the element ${tag}`)
  }
}

const dashOperators = (dash: string): string =>
  `[${dash === '' || dash === 'none' ? '' : dash.split(/[\s,]+/).map(part => n(Number(part))).join(' ')}] 0 d` // prettier-ignore

/** "translate(1,2) rotate(-90)" as operators. */
function matrixOf(transform: string | undefined): string {
  const parts = [...(transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)]
  return parts.map(([, name, list]) => matrix(name!, list!.split(/[\s,]+/).map(Number))).join(' ')
}

function matrix(name: string, [a = 0, b]: readonly number[]): string {
  if (name === 'translate') return `1 0 0 1 ${n(a)} ${n(b ?? 0)} cm`
  if (name === 'scale') return `${a} 0 0 ${b ?? a} 0 0 cm`
  if (name !== 'rotate') throw new Error(`no PDF for the transformation ${name}`)
  const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)].map(value => Math.round(value * 1e4) / 1e4) // prettier-ignore
  return `${cos} ${sin} ${-sin!} ${cos} 0 0 cm`
}
