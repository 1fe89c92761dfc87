import { plainText, type ColorDepth } from '../export'
import type { RunRecord } from '../record'

const PIPE_WIDTH = 100

/** The record's text for standard output, as wide and as colourful as it can show. */
export function terminalText(record: RunRecord): string {
  const width = process.stdout.columns ?? PIPE_WIDTH
  return plainText(record, { quantity: 'delta_rms', color: colorDepth(), width }).join('\n')
}

/** Node's own judgement of the terminal, which honours NO_COLOR and FORCE_COLOR; pipes get text unless FORCE_COLOR is set. */
function colorDepth(): ColorDepth {
  const forced = process.env['FORCE_COLOR']
  if (!process.stdout.isTTY) return forced === '3' ? 'truecolor' : forced === '2' ? '256' : 'none'
  const bits = process.stdout.getColorDepth()
  return bits >= 24 ? 'truecolor' : bits >= 8 ? '256' : 'none'
}
