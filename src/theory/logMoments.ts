import type { ActivationSpec } from '../catalogue'
import { momentsOf } from './moments'

/** What an activation φ does to pre-activations √q · z, in logarithms. */
export interface LogMoments {
  /** ln E[φ²] */
  readonly lnSquare: number
  /** E[φ] over √E[φ²] */
  readonly meanShare: number
  /** ln E[φ′²] */
  readonly lnSlopeSquare: number
  /** as in `Moments` */
  readonly spread: number
}

/** ln q beyond which φ is as good as straight, flat or a step, so that its moments go on as powers of q. */
const [LEAST, MOST] = [Math.log(1e-16), Math.log(1e10)]
/** What the powers are read from. */
const DECADE = Math.log(10)
/** How far apart, in ln q, the places are between which moments are interpolated: that is good to 1e-3. */
const GRID = 0.25

/** The moments of an activation for any q ≥ 0, given by ln q. */
export class MomentTable {
  private readonly known = new Map<number, LogMoments>()

  constructor(private readonly activation: ActivationSpec) {}

  exact(lnQ: number): LogMoments {
    if (lnQ === -Infinity) return this.at(lnQ)
    if (lnQ < LEAST) return this.beyond(LEAST, LEAST + DECADE, lnQ)
    return lnQ > MOST ? this.beyond(MOST, MOST - DECADE, lnQ) : this.at(lnQ)
  }

  /** Between places of a grid by a cubic, so that many values of q take little time. */
  near(lnQ: number): LogMoments {
    if (!(lnQ > LEAST && lnQ < MOST)) return this.exact(lnQ)
    const place = Math.floor(lnQ / GRID)
    const t = lnQ / GRID - place
    const weights = [
      -t * (t - 1) * (t - 2),
      3 * (t + 1) * (t - 1) * (t - 2),
      -3 * (t + 1) * t * (t - 2),
      (t + 1) * t * (t - 1)
    ]
    return combined(
      [-1, 0, 1, 2].map(step => this.at((place + step) * GRID)),
      weights.map(weight => weight / 6)
    )
  }

  private at(lnQ: number): LogMoments {
    const known = this.known.get(lnQ)
    if (known !== undefined) return known
    const { mean, square, slopeSquare, spread } = momentsOf(this.activation, Math.exp(lnQ))
    const meanShare = square === 0 ? 0 : mean / Math.sqrt(square)
    const found = { lnSquare: Math.log(square), meanShare, lnSlopeSquare: Math.log(slopeSquare), spread }
    this.known.set(lnQ, found)
    return found
  }

  /** On the line through the moments at `inner` and `end`, in logarithms. */
  private beyond(end: number, inner: number, lnQ: number): LogMoments {
    const [last, before] = [this.at(end), this.at(inner)]
    const share = (lnQ - end) / (end - inner)
    const onward = (a: number, b: number) => a + share * (a - b)
    return {
      ...last,
      lnSquare: onward(last.lnSquare, before.lnSquare),
      lnSlopeSquare: onward(last.lnSlopeSquare, before.lnSlopeSquare)
    }
  }
}

function combined(all: readonly LogMoments[], weights: readonly number[]): LogMoments {
  const sum = (key: keyof LogMoments) => all.reduce((total, each, i) => total + weights[i]! * each[key], 0)
  return {
    lnSquare: sum('lnSquare'),
    meanShare: sum('meanShare'),
    lnSlopeSquare: sum('lnSlopeSquare'),
    spread: sum('spread')
  }
}

/** The tables of several activations, which layers share. */
export class MomentTables {
  private readonly tables = new Map<string, MomentTable>()

  of(activation: ActivationSpec): MomentTable {
    const key = JSON.stringify(activation)
    const table = this.tables.get(key) ?? new MomentTable(activation)
    this.tables.set(key, table)
    return table
  }
}
