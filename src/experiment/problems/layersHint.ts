import type { Hint } from './scalarHint'
import { TEXTS } from '../texts/texts'

/** For hidden_layers that are neither a list nor a mapping: 16, "16, 16", (16, 16), 32x10. */
export function layersHint(value: unknown): Hint {
  const text = String(value).slice(0, 1000).trim()
  return oneLayer(text) ?? times(text) ?? list(text) ?? { words: TEXTS.values.hints.layers, text: null }
}

/** A number alone may count units or layers. */
const oneLayer = (text: string): Hint | null =>
  /^\d+$/.test(text) ? { words: TEXTS.values.hints.oneLayer(text), text: null } : null

/** Which of the two is the depth, only who wrote it knows. */
function times(text: string): Hint | null {
  const [, units, depth] = /^(\d+)\s*[x×*]\s*(\d+)$/i.exec(text) ?? []
  if (units === undefined || depth === undefined) return null
  return { words: TEXTS.values.hints.layersTimes(depth, units), text: null }
}

function list(text: string): Hint | null {
  const inner = /^\((.*)\)$/.exec(text)?.[1] ?? text
  const numbers = inner
    .trim()
    .split(/\s*[,;]\s*|\s+/)
    .filter(part => part !== '')
  if (numbers.length === 0 || !numbers.every(part => /^[1-9]\d*$/.test(part))) return null
  const written = `[${numbers.join(', ')}]`
  return { words: TEXTS.values.hints.write(written), text: mayBeOne(inner) ? null : written }
}

/** `64,128` may be one number with its thousands set apart. */
const mayBeOne = (text: string): boolean => /^\s*\d{1,3}([, ]\d{3})+\s*$/.test(text)
