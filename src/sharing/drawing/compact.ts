/** Pixels to hundredths, as no screen shows more. */
const LONG_NUMBER = /-?\d+\.\d{3,}(?![\d.]*e)/g
const GEOMETRY = /\b(d|transform|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g
/** Vega counts these through all pictures that a program draws. */
const NAME = /\b(?:clip|gradient_)\d+\b/g

const FONT = / font-family="[^"]*"/

/** What says nothing in a picture that is told of in words: the first text's font is the whole picture's. */
const IDLE =
  / (?:role|aria-\w+|pointer-events|class|font-family)="[^"]*"| (?:opacity="1"|stroke-width="1"|font-weight="(?:400|normal)"|[xy]2="0"|stroke-dasharray="1,0"|transform="translate\(0,0\)")/g

/** What is not to be seen, such as a label that had no room, and shapes without a colour that are no clip's. */
const UNSEEN =
  /<(text|line|path)\b[^>]* opacity="0"[^>]*>(?:[^<]*<\/\1>)?|<path [^>]*display="none"[^>]*>|(?<!<clipPath[^>]*>)<path d="[^"]*"\/>/g
const EMPTY = /<g>(?:<g><\/g>)*<\/g>/g

/**
 * An SVG of Vega's or of a sweep with what nobody needs left out: pictures are told of twice, for readers of before 2017, and numbers have seventeen
 * digits. `prefix` begins the names of its parts, which must differ in one page. Only tags are touched, never texts.
 */
export function compact(svg: string, prefix: string): string {
  const names = new Map<string, string>()
  const named = (name: string): string => {
    if (!names.has(name)) names.set(name, `${prefix}${names.size}`)
    return names.get(name)!
  }
  const font = svg.match(FONT)?.[0] ?? ''
  return svg
    .replace(UNSEEN, '')
    .replace(/<[^>]*>/g, tag =>
      tag
        .replace(IDLE, '')
        .replace(/^<svg /, `<svg class="marks"${font} `)
        .replace(/ xlink:href="data:[^"]*"(?=[^>]* href="data:)/, '')
        .replace(/ (id|clip-path|fill|stroke)="[^"]*"/g, attribute => attribute.replace(NAME, named))
        .replace(GEOMETRY, (_, name: string, value: string) => `${name}="${value.replace(LONG_NUMBER, rounded)}"`)
    )
    .replace(EMPTY, '')
}

const rounded = (number: string): string => String(Number(Number(number).toFixed(2)))
