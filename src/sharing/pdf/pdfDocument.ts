import { zlibSync } from 'fflate'
import { joinedBytes } from '../../record'
import { FONTS, type FontName } from './glyphs'
import { fontKey, unicodeText } from './textOperators'

/** A page: its size in points, and what is painted on it. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly operators: string
}

/** The objects of a PDF file (1.4; ISO 32000-1, 7.5), in the order in which they were added. The same objects give the same bytes: it holds no date. */
export class PdfDocument {
  private readonly objects: Uint8Array[] = []

  /** Adds an object; returns what refers to it. */
  add(body: string): string {
    return this.push(encoded(body))
  }

  /** Adds a stream; `dictionary` is what it says besides its length. */
  stream(dictionary: string, bytes: Uint8Array): string {
    return this.push(
      joinedBytes([encoded(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, encoded('\nendstream')])
    )
  }

  /** The dictionary of our fonts. */
  fonts(): string {
    const entries = (Object.keys(FONTS) as FontName[]).map(font => {
      const encoding = font === 'regular' || font === 'bold' ? ' /Encoding /WinAnsiEncoding' : ''
      return `/${fontKey(font)} ${this.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${FONTS[font]}${encoding} >>`)}`
    })
    return `<< ${entries.join(' ')} >>`
  }

  /** The whole file. */
  bytes(pages: readonly PdfPage[], resources: string, title: string): Uint8Array {
    const shared = this.add(resources)
    const parent = `${this.objects.length + 2 * pages.length + 1} 0 R`
    const kids = pages.map(({ width, height, operators }) => {
      const contents = this.stream('/Filter /FlateDecode', zlibSync(encoded(operators), { level: 9 }))
      return this.add(`<< /Type /Page /Parent ${parent} /MediaBox [0 0 ${width} ${height}] /Resources ${shared} /Contents ${contents} >>`) // prettier-ignore
    })
    this.add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`)
    const root = this.add(`<< /Type /Catalog /Pages ${parent} /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>`) // prettier-ignore
    const info = this.add(`<< /Title ${unicodeText(title)} /Producer (gradnb) >>`)
    return this.file(root, info)
  }

  private push(body: Uint8Array): string {
    this.objects.push(body)
    return `${this.objects.length} 0 R`
  }

  private file(root: string, info: string): Uint8Array {
    const parts = [joinedBytes([encoded('%PDF-1.4\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)])]
    const offsets: number[] = []
    let length = parts[0]!.length
    this.objects.forEach((body, i) => {
      const whole = joinedBytes([encoded(`${i + 1} 0 obj\n`), body, encoded('\nendobj\n')])
      offsets.push(length)
      length += whole.length
      parts.push(whole)
    })
    const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const count = offsets.length + 1
    const trailer = `trailer\n<< /Size ${count} /Root ${root} /Info ${info} >>\nstartxref\n${length}\n%%EOF\n`
    return joinedBytes([...parts, encoded(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`)])
  }
}

/** All that we write but streams is ASCII. */
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
