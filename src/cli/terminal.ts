import { compareText, plainText, sweepText, type ColorDepth } from '../export'
import type { CompareRecord, RunRecord, SweepRecord } from '../record'

const PIPE_WIDTH = 100

/** The record's text for standard output, as wide and as colourful as it can show. */
export const terminalText = (record: RunRecord): string =>
  plainText(record, { quantity: 'delta_rms', ...abilities() }).join('\n')

/** The same of a sweep, */
export const sweepTerminalText = (record: SweepRecord): string => sweepText(record, abilities()).join('\n')

/** and of a comparison. */
export const compareTerminalText = (record: CompareRecord): string => compareText(record, abilities()).join('\n')

const abilities = () => ({ color: colorDepth(), width: process.stdout.columns ?? PIPE_WIDTH })

/** Node's own judgement of the terminal, which honours NO_COLOR and FORCE_COLOR; pipes get text unless FORCE_COLOR is set. */
function colorDepth(): ColorDepth {
  const forced = process.env['FORCE_COLOR']
  if (!process.stdout.isTTY) return forced === '3' ? 'truecolor' : forced === '2' ? '256' : 'none'
  const bits = process.stdout.getColorDepth()
  return bits >= 24 ? 'truecolor' : bits >= 8 ? '256' : 'none'
}
