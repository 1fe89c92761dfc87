import type { RunRecord } from '../../../src/record'
import type { CellPrediction } from '../../../src/theory'
import { curvesOf, type Curves } from '../numbers/curves'
import { heatNumbers, type HeatNumbers } from '../numbers/heatNumbers'
import { isUnfolded, quantitiesOf, scalingOf, type Look } from '../numbers/look'
import type { FigureQuantity } from '../numbers/quantities'
import { theoryOf } from '../numbers/theory'
import { shownHasGrown, shownOf, type Shown } from '../numbers/shown'
import type { Rgb } from '../paint/oklab'
import { palette, rampOf, type Palette } from '../paint/palette'
import type { Theme } from '../paint/theme'
import { estimate, layoutOf, type Layout, type Measure } from './layout'

/** One of the figure's heatmaps. */
export interface Heat extends HeatNumbers {
  /** ends the names of its panels and data sets */
  readonly slot: '' | '_beside'
  /** the colours of its scale */
  readonly ramp: readonly Rgb[]
}

/** All that decides what a figure looks like, worked out once for its panels, its data and its pictures. */
export interface Scene {
  readonly record: RunRecord
  /** the record's columns in the figure */
  readonly shown: Shown
  readonly look: Look
  readonly theme: Theme
  readonly palette: Palette
  readonly layout: Layout
  readonly measure: Measure
  readonly heats: readonly Heat[]
  readonly curves: Curves
  /** what theory says of the net before training; null where the look is brief */
  readonly theory: CellPrediction | null
}

/** The heatmaps that have a profile: two that stand next to each other share the first one's place. */
export const profiled = ({ heats, layout }: Pick<Scene, 'heats' | 'layout'>): readonly Heat[] =>
  layout.arrangement === 'twin' ? heats.slice(0, 1) : heats

/**
 * `known`, a scene of before, saves reading again what of the record's tables has not changed; `shown`: what is shown of the record, where it
 * is at hand.
 */
export function sceneOf(
  record: RunRecord,
  theme: Theme,
  width: number,
  look: Look,
  measure = estimate(theme),
  known?: Scene,
  shown = shownIn(record, look, known?.shown)
): Scene {
  const names = quantitiesOf(look)
  const colors = known?.theme.kind === theme.kind ? known.palette : palette(theme.kind)
  const same = known?.shown === shown && known.palette === colors && colouring(known.look) === colouring(look)
  const grown = known !== undefined && shownHasGrown(known.shown, shown)
  const heats = same
    ? known.heats
    : names.map((name, i) =>
        heatOf(shown, look, name, i === 0 ? '' : '_beside', colors, grown ? known.heats[i] : undefined)
      )
  const curves = known?.shown === shown ? known.curves : curvesOf(shown, grown ? known.curves : undefined)
  const layout = layoutOf(record, theme, width, measure, names.length)
  const kept = grown || known?.shown === shown ? known.theory : null
  const theory = kept ?? (look.brief ? null : theoryOf(record))
  return { record, shown, look, theme, palette: colors, layout, measure, heats, curves, theory }
}

/** What is shown of `record`; `known` where it is that. */
export function shownIn(record: RunRecord, look: Pick<Look, 'steps'>, known?: Shown): Shown {
  const unfolded = isUnfolded(record, look)
  return known?.record === record && known.unfolded === unfolded ? known : shownOf(record, unfolded)
}

/** All that decides the colours, as text. */
const colouring = (look: Look): string => JSON.stringify(quantitiesOf(look).map(name => [name, scalingOf(look, name)]))

function heatOf(
  shown: Shown,
  look: Look,
  name: FigureQuantity,
  slot: Heat['slot'],
  colors: Palette,
  before?: Heat
): Heat {
  const numbers = heatNumbers(shown, name, scalingOf(look, name), before)
  return { slot, ...numbers, ramp: rampOf(colors, numbers.scale.kind) }
}
