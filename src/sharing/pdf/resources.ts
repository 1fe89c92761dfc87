import { zlibSync } from 'fflate'
import { colorOperands } from './colorOperands'
import { pdfNumber } from './pathOperators'
import type { PdfDocument } from './pdfDocument'
import { pngPixels } from './pngPixels'
import type { SvgElement } from './svgTree'

/** What pages name besides their fonts: pictures, opacities and gradients, each once in a document. */
export class Resources {
  private readonly names = new Map<string, string>()
  private readonly entries: Record<'XObject' | 'ExtGState' | 'Shading', string[]> = {
    XObject: [],
    ExtGState: [],
    Shading: []
  }

  constructor(private readonly document: PdfDocument) {}

  /** A PNG of ours, as it is: no viewer shall blur its cells. */
  image(url: string): string {
    return this.named(url, 'XObject', () => {
      const { width, height, rgb, opacity } = pngPixels(url)
      const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /Interpolate false /Filter /FlateDecode`
      const isOpaque = opacity.every(value => value === 255)
      const mask = isOpaque
        ? ''
        : ` /SMask ${this.document.stream(`${size} /ColorSpace /DeviceGray`, zlibSync(opacity))}`
      return this.document.stream(`${size} /ColorSpace /DeviceRGB${mask}`, zlibSync(rgb))
    })
  }

  opacity(fill: number, stroke: number): string {
    const state = `<< /ca ${pdfNumber(fill)} /CA ${pdfNumber(stroke)} >>`
    return this.named(state, 'ExtGState', () => state)
  }

  /** The gradient from left to right of a box. */
  shading(gradient: SvgElement, [x, width]: readonly [x: number, width: number]): string {
    const stops = gradient.children.flatMap(child => (typeof child === 'string' ? [] : [child.attributes]))
    const offsets = stops.map(stop => parseFloat(stop['offset'] ?? '0'))
    const colors = stops.map(stop => `[${colorOperands(stop['stop-color'] ?? '#000000')}]`)
    const parts = colors.slice(1).map((color, i) => `<< /FunctionType 2 /Domain [0 1] /C0 ${colors[i]} /C1 ${color} /N 1 >>`) // prettier-ignore
    const bounds = offsets.slice(1, -1).map(offset => Math.round(offset * 1e5) / 1e5)
    const stitched = `<< /FunctionType 3 /Domain [0 1] /Functions [${parts.join(' ')}] /Bounds [${bounds.join(' ')}] /Encode [${parts.map(() => '0 1').join(' ')}] >>`
    const shading = `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [${pdfNumber(x)} 0 ${pdfNumber(x + width)} 0] /Function ${stitched} >>`
    return this.named(shading, 'Shading', () => shading)
  }

  /** The dictionary of all. */
  dictionary(fonts: string): string {
    const all = Object.entries(this.entries).filter(([, entries]) => entries.length > 0)
    return `<< /Font ${fonts}${all.map(([kind, entries]) => ` /${kind} << ${entries.join(' ')} >>`).join('')} >>`
  }

  private named(key: string, kind: keyof typeof this.entries, make: () => string): string {
    const known = this.names.get(key)
    if (known !== undefined) return known
    const name = `${kind.charAt(0)}${this.names.size}`
    this.names.set(key, name)
    this.entries[kind].push(`/${name} ${make()}`)
    return name
  }
}
