/** What texts and bytes have in common: pieces can be taken out of them and joined. */
export interface Sequence<S> {
  readonly joined: (parts: readonly S[]) => S
  readonly slice: (value: S, start: number, end: number) => S
  readonly length: (value: S) => number
  /** a short piece that any reader is likely to trip over; `draw` gives a whole number below its bound */
  readonly odd: (draw: (bound: number) => number) => S
  /** `value` as it can be pasted into a test */
  readonly literal: (value: S) => string
}

export const texts: Sequence<string> = {
  joined: parts => parts.join(''),
  slice: (value, start, end) => value.slice(start, end),
  length: value => value.length,
  odd: draw => (draw(4) > 0 ? ODD_TEXTS[draw(ODD_TEXTS.length)]! : String.fromCharCode(draw(0x10000))),
  literal: value => JSON.stringify(value).replace(/[\u007f-\uffff]/g, escaped)
}

export const bytes: Sequence<Uint8Array> = {
  joined: parts => new Uint8Array(Buffer.concat(parts)),
  slice: (value, start, end) => value.slice(start, end),
  length: value => value.length,
  odd: draw => (draw(4) > 0 ? Uint8Array.from(ODD_BYTES[draw(ODD_BYTES.length)]!) : Uint8Array.of(draw(256))),
  literal: value => `Buffer.from('${Buffer.from(value).toString('base64')}', 'base64')`
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** White space and quotes of every kind, controls, halves of surrogate pairs, marks that join or turn, extreme numbers. */
const ODD_TEXTS: readonly string[] = [
  ...'\0\x07\b\t\n\v\f\r\x1b \x7f"\'`\\/,;:.-+#&*!|>%@=?~^$()[]{}<',
  ...'\u0085\u00a0\u00ad\u0301\u061c\u0660\u200b\u200d\u200e\u2028\u202e\u2066\u2212\u3000\uff1a\uff11\ufeff\ufffd\uffff',
  ...['\ud800', '\udc00', '\u{1f600}', '\u0131', '\u0130', 'ß', 'е', 'e\u0301', '\r\n', '\n\n', '  ', '\t'],
  ...['0', '-0', '1', '-1', '1e999', '1e-999', '0x10', '9007199254740993', '4294967296', '0.1', '1,5', 'NaN', '.inf'],
  ...['null', 'true', '__proto__', 'constructor', 'toString', 'length', 'hasOwnProperty', '../', 'x'.repeat(300)]
]

/** The smallest and largest integers of 8 to 64 bits in both byte orders, IEEE's infinities and NaNs, marks of encodings. */
const ODD_BYTES: readonly (readonly number[])[] = [
  ...[0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x0d, 0x22].map(byte => [byte]),
  ...[2, 4, 8].flatMap(size => [filled(size, 0), filled(size, 255), [0x7f, ...filled(size - 1, 255)]]),
  ...[2, 4, 8].flatMap(size => [
    [0x80, ...filled(size - 1, 0)],
    [...filled(size - 1, 255), 0x7f]
  ]),
  ...[
    [0, 0, 0x80, 0x7f],
    [0, 0, 0xc0, 0x7f],
    [0, 0, 0, 0, 0, 0, 0xf0, 0x7f],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xed, 0xa0, 0x80]
  ]
]

function filled(length: number, byte: number): number[] {
  return Array<number>(length).fill(byte)
}
