import * as vega from 'vega'
import { textWidth } from '../pdf/glyphs'

/** What Vega's own types leave out: how it measures texts, which those who have no canvas may replace. */
interface TextMetrics {
  width: (item: { readonly fontSize?: number; readonly fontWeight?: number | string }, text: unknown) => number
}

/** Vega guesses that every character is wide, which leaves pictures with broad empty margins: it shall measure in Helvetica. */
export function measureInHelvetica(): void {
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics }
  textMetrics.width = ({ fontSize = 11, fontWeight = 400 }, text) =>
    textWidth(String(text), fontWeight === 'bold' || Number(fontWeight) >= 600) * fontSize
}
