import type { ShippedName } from '../catalogue'
import papaparse from 'papaparse'
import { unpacked } from './gzip'
import type { Rows } from './spec'
import { TEXTS } from './texts/texts'

/** The rows of a shipped file from its bytes; the last column is the class. Throws if the file is damaged. */
export const readShippedRows = (name: ShippedName, bytes: Uint8Array): Rows => READERS[name](bytes)

const READERS: Readonly<Record<ShippedName, (bytes: Uint8Array) => Rows>> = { iris: readIris, digits: readDigits }

/** First line: the counts of rows and features, then the names of the classes. Lengths in cm. */
function readIris(bytes: Uint8Array): Rows {
  const [header, ...lines] = linesOf(bytes)
  const [count, width, ...classNames] = header!
  const rows = table(lines, classNames)
  if (rows.count !== Number(count) || rows.width !== Number(width)) throw new RangeError(TEXTS.file.missingRows('iris'))
  return rows
}

const DARKEST_PIXEL = 16
const MOST_BYTES = 1_000_000

/** 8 × 8 pixels from 0 to 16, brought into [0, 1]. */
function readDigits(bytes: Uint8Array): Rows {
  const names = Array.from({ length: 10 }, (_, digit) => String(digit))
  const rows = table(linesOf(unpacked('digits', bytes, MOST_BYTES)), names)
  return { ...rows, images: true, inputs: rows.inputs.map(pixel => pixel / DARKEST_PIXEL) }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

function linesOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const { data, errors } = papaparse.parse(textOf(bytes), { delimiter: ',', skipEmptyLines: true })
  if (errors.length > 0) throw new RangeError(TEXTS.file.badRow(errors[0]!.row ?? 0, errors[0]!.message))
  return data
}

/** Lines of features and, last, the class. */
function table(lines: readonly (readonly string[])[], classNames: readonly string[]): Rows {
  const [count, width] = [lines.length, lines[0]!.length - 1]
  const inputs = Float64Array.from(lines.flatMap(line => line.slice(0, width).map(Number))) // [count × width]
  const targets = Float64Array.from(lines, line => Number(line[width])) // [count × 1]
  if (inputs.length !== count * width || inputs.some(Number.isNaN) || targets.some(label => !(label in classNames))) {
    throw new RangeError(TEXTS.file.damagedDataset)
  }
  return { count, width, inputs, targets, classNames }
}
