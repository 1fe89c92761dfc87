import type { RuleName } from '../diagnosis'
import { compareText, plainText, sweepText, textReach, widerReach, type ColorDepth, type TextReach } from '../export'
import type { CompareRecord, RunRecord, SweepRecord } from '../record'

const PIPE_WIDTH = 100
const QUANTITY = 'delta_rms'

/** Runs as text for standard output, as wide and as colourful as it can show. */
export class TerminalText {
  private reach: TextReach | null = null

  /** `shared`: whether several cells are told, whose colours are to be compared: each has the scale that all so far need. */
  constructor(private readonly shared: boolean) {}

  /** Without rules that nobody wants to hear. */
  of(record: RunRecord, silenced: readonly RuleName[]): string {
    if (this.shared) this.reach = widerReach(this.reach, textReach(record, QUANTITY))
    const light = isLight(process.env['COLORFGBG'])
    return plainText(record, { quantity: QUANTITY, light, reach: this.reach, silenced, ...abilities() }).join('\n')
  }
}

/** A sweep as text, */
export const sweepTerminalText = (record: SweepRecord): string => sweepText(record, abilities()).join('\n')

/** and a comparison. */
export const compareTerminalText = (record: CompareRecord): string => compareText(record, abilities()).join('\n')

const abilities = () => ({ color: colorDepth(), width: process.stdout.columns ?? PIPE_WIDTH })

/** Node's own judgement of the terminal, which honours NO_COLOR and FORCE_COLOR; pipes get text unless FORCE_COLOR is set. */
function colorDepth(): ColorDepth {
  const forced = process.env['FORCE_COLOR']
  if (!process.stdout.isTTY) return forced === '3' ? 'truecolor' : forced === '2' ? '256' : 'none'
  const bits = process.stdout.getColorDepth()
  return bits >= 24 ? 'truecolor' : bits >= 8 ? '256' : 'none'
}

/** Terminals that tell their colours do it as rxvt does: "0;15" is black on white. Others are taken for dark. */
const isLight = (colors: string | undefined): boolean => ['7', '15'].includes(colors?.split(';').at(-1) ?? '')
