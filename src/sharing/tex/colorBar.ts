import { colorIndex, ticks, type ColorScale } from '../../../renderers/run/numbers/colorScale'
import { TEXTS } from '../../../renderers/run/words/texts'
import { tickText } from '../../../renderers/run/words/tickText'
import { escapeTex } from './escapeTex'

/** A key to the colours as wide as the figure's text allows: numbers at its ticks, above them what they are and which way is which. */
export function colorBar(scale: ColorScale, label: string, map: string = scale.kind): string {
  const all = ticks(scale)
  const texts = all.map(({ value }, i) => {
    const text = tickText(scale.kind, value)
    if (scale.kind !== 'log') return text
    return i === 0 ? TEXTS.legend.atMost(text) : i === all.length - 1 ? TEXTS.legend.atLeast(text) : text
  })
  const { low, middle, high } = TEXTS.legend.ends[scale.kind]
  const ends = [low, middle, high].filter(end => end !== '').join(' · ')
  return [
    '\\begin{tikzpicture}',
    '\\begin{axis}[gradnb key,',
    `  colormap name=gradnb ${map},`,
    '  colorbar style={width=0.75\\linewidth, height=1.2ex, tick align=outside, tick label style={font=\\scriptsize},',
    `    xtick={${all.map(({ position }) => colorIndex(position)).join(',')}}, xticklabels={${texts.map(text => `{${escapeTex(text)}}`).join(',')}},`,
    `    title={${escapeTex(label)}\\\\${escapeTex(ends)}}, title style={font=\\scriptsize, align=center, text width=0.95\\linewidth, yshift=-0.5ex}}]`,
    '\\addplot[draw=none] coordinates {(0,0)};',
    '\\end{axis}',
    '\\end{tikzpicture}\\par'
  ].join('\n')
}
