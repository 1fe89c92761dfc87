import type { RuleName } from '../diagnosis'
import { compareText, plainText, sweepText, textReach, widerReach, type TextReach } from '../export'
import type { CompareRecord, RunRecord, SweepRecord } from '../record'
import { colorDepth } from './colorDepth'

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

const abilities = () => ({
  color: colorDepth(process.env, process.stdout.isTTY ? process.stdout.getColorDepth() : 1),
  width: process.stdout.columns ?? PIPE_WIDTH
})

/** Terminals that tell their colours do it as rxvt does: "0;15" is black on white. Others are taken for dark. */
const isLight = (colors: string | undefined): boolean => ['7', '15'].includes(colors?.split(';').at(-1) ?? '')
