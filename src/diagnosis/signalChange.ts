/** |D| from which on a signal, of delta or of activations, counts as lost or exploded whatever the depth, and the least that is worth a word. */
export const SEVERE_DECADES = 4
export const NOTICEABLE_DECADES = 1
/** What a healthy layer leaves of a gradient. */
const [LEAST_LEFT, MOST_LEFT] = [0.85, 1.18]
/** With two hidden layers a ratio is one layer's chance. */
const LEAST_HIDDEN = 3

/** A change over the hidden layers: D = log10(first / last hidden layer), and what one layer leaves of it, 10^(D / (hidden layers - 1)). */
export interface SignalChange {
  readonly decades: number
  readonly perLayer: number
}

/**
 * Whether a change of delta over hidden layers of these widths is ill, measured or foretold: lost or exploded, or on its way there layer by
 * layer. It must be so whether delta is measured by its RMS or by its norm: weights of variance 1/fan_in keep the norm (Glorot & Bengio 2010,
 * eq. 6), so that delta is only spread over more units where the first layer is the widest, and nothing is lost.
 */
export function signalSeverity(change: SignalChange, widths: readonly number[]): 'none' | 'warning' | 'error' {
  const all = [change, ofNorm(change, widths)].map(each => severityOf(each, widths.length))
  const turns = Math.sign(change.decades) !== Math.sign(ofNorm(change, widths).decades)
  return turns || all.includes('none') ? 'none' : all.includes('warning') ? 'warning' : 'error'
}

/** The same change of the norm over a layer's units. */
function ofNorm({ decades }: SignalChange, widths: readonly number[]): SignalChange {
  const norm = decades + Math.log10(widths[0]! / widths.at(-1)!) / 2
  return { decades: norm, perLayer: 10 ** (norm / (widths.length - 1)) }
}

function severityOf(change: SignalChange, hidden: number): 'none' | 'warning' | 'error' {
  if (Math.abs(change.decades) >= SEVERE_DECADES) return 'error'
  return hidden >= LEAST_HIDDEN && isUneven(change) ? 'warning' : 'none'
}

/** Whether the layers change a gradient noticeably, and each of them by more than a healthy one does. */
export const isUneven = ({ decades, perLayer }: SignalChange): boolean =>
  Math.abs(decades) >= NOTICEABLE_DECADES && (perLayer < LEAST_LEFT || perLayer > MOST_LEFT)
