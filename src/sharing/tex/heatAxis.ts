import { escapeTex } from './escapeTex'
import { meshPlot, short, signsOf, type TexHeat } from './texHeat'

/** A tick of an axis and what it says. */
export interface TexTick {
  readonly place: number
  readonly label: string
}

/** A heatmap with its axes. */
export interface TexHeatAxis {
  readonly heat: TexHeat
  /** keys of pgfplots: where it stands and how large it is */
  readonly keys: readonly string[]
  /** TeX lengths */
  readonly width: string
  readonly height: string
  readonly map: string
  readonly title: string
  readonly xTicks: readonly TexTick[]
  readonly yTicks: readonly TexTick[]
  /** the end of the x axis, which a run that ended early does not reach */
  readonly end: number
  readonly isDrawnByTex: boolean
  /** drawn upon the cells */
  readonly above?: readonly string[]
}

export function heatAxis(axis: TexHeatAxis): string {
  const { heat, keys, width, height, map, title, xTicks, yTicks, end, above = [] } = axis
  const start = heat.edges[0]!
  return [
    '\\begin{axis}[gradnb heat,',
    `  ${keys.map(key => `${key}, `).join('')}width={${width}}, height={${height}}, colormap name=gradnb ${map},`,
    `  xmin=${short(start)}, xmax=${short(end)}, ymin=-0.5, ymax=${heat.field.layers - 0.5},`,
    ...(title === '' ? [] : [`  title={${title}}, title style={font=\\scriptsize, align=center, yshift=-1ex},`]),
    `  ${ticksOf('x', xTicks)}, ${ticksOf('y', yTicks)}]`,
    ...(axis.isDrawnByTex ? [meshPlot(heat), ...signsOf(heat)] : [included(axis)]),
    ...above,
    '\\end{axis}'
  ].join('\n')
}

/** The cells as a picture of their own, whose place is that of the columns there are. */
function included({ heat, width, height, end }: TexHeatAxis): string {
  const share = (heat.edges.at(-1)! - heat.edges[0]!) / (end - heat.edges[0]!)
  return `\\node[inner sep=0pt, anchor=north west] at (axis description cs:0,1) {\\pgfmathsetlengthmacro\\gradnbwidth{${short(share)}*(${width})}\\pgfmathsetlengthmacro\\gradnbheight{${height}}\\includegraphics[width=\\gradnbwidth, height=\\gradnbheight]{\\gradnbfolder/${heat.name}.pdf}};`
}

export const ticksOf = (axis: 'x' | 'y', ticks: readonly TexTick[]): string =>
  ticks.length === 0
    ? `${axis}tick=\\empty`
    : `${axis}tick={${ticks.map(({ place }) => short(place)).join(',')}}, ${axis}ticklabels={${ticks.map(({ label }) => `{${escapeTex(label)}}`).join(',')}}` // prettier-ignore
