import { palette } from '../../../renderers/run/paint/palette'
import { hex, type Rgb } from '../../../renderers/run/paint/oklab'
import { THEMES } from '../../../renderers/run/paint/theme'
import { SERIES_COLORS } from './sweepCurves'
import type { ColorScale } from '../../../renderers/run/numbers/colorScale'

/** Every so many of a palette's colours is enough that those between are its own. */
const STEP = 8

const PALETTE = palette('light')
const MAPS: Readonly<Record<ColorScale['kind'], readonly Rgb[]>> = {
  log: PALETTE.colors,
  signed: PALETTE.signed,
  fraction: PALETTE.fraction
}

const colormap = (name: string, colors: readonly Rgb[]): string =>
  `\\pgfplotsset{colormap={gradnb ${name}}{${colors
    .filter((_, i) => i % STEP === 0)
    .map(color => `rgb255=(${color.join(',')})`)
    .join(' ')}}}`

const color = (name: string, rgb: string): string => `\\definecolor{gradnb${name}}{HTML}{${rgb.replace('#', '').toUpperCase()}}` // prettier-ignore

/** What every figure needs of its document: packages, colours and signs. */
export const PREAMBLE = [
  '\\usepackage{textcomp}',
  '\\usepackage{pgfplots}',
  '\\pgfplotsset{compat=1.16}',
  '\\usepgfplotslibrary{fillbetween}',
  '\\usetikzlibrary{patterns}',
  '% where the figures’ files are, as seen from the document'.replace('’', "'"),
  '\\providecommand\\gradnbfolder{.}',
  '% a character that the fonts of a plain document lack; with XeLaTeX or LuaLaTeX and a font that has it: \\symbol{"#1}',
  '\\providecommand\\gradnbchar[1]{{\\tiny U+#1}}',
  '\\newlength\\gradnbnames',
  ...Object.entries(MAPS).map(([name, colors]) => colormap(name, colors)),
  ...(['nonfinite', 'zero', 'absent', 'nonfiniteMark', 'zeroMark'] as const).map(name =>
    color(name, hex(PALETTE[name]))
  ),
  ...(['train', 'test', 'foreground', 'muted', 'border', 'grid'] as const).map(name => color(name, THEMES.light[name])),
  ...SERIES_COLORS.map(([name, rgb]) => color(name.replace(/^gradnb/, ''), rgb)),
  '\\tikzset{',
  '  gradnb absent/.style={fill=gradnbabsent},',
  '  gradnb nonfinite/.style={fill=gradnbnonfinite, postaction={pattern=north east lines, pattern color=gradnbnonfiniteMark}},',
  '  gradnb zero/.style={fill=gradnbzero, postaction={pattern=dots, pattern color=gradnbzeroMark}},',
  '  gradnb below/.style={pattern=horizontal lines, pattern color=gradnbforeground!50},',
  '  gradnb above/.style={pattern=vertical lines, pattern color=gradnbforeground!50}',
  '}',
  '\\pgfplotsset{',
  '  gradnb heat/.style={scale only axis, axis on top, y dir=reverse, enlargelimits=false, tick align=outside, tick pos=left, point meta min=0, point meta max=256, tick label style={font=\\scriptsize}, axis line style={gradnbborder}, tick style={gradnbborder}},',
  '  gradnb curves/.style={scale only axis, yticklabel style={/pgf/number format/precision=4}, enlarge x limits=false, tick align=outside, tick pos=left, tick label style={font=\\scriptsize}, label style={font=\\scriptsize}, title style={font=\\scriptsize, yshift=-1ex}, grid=major, grid style={gradnbgrid}, axis line style={gradnbborder}, tick style={gradnbborder}, filter discard warning=false, unbounded coords=discard, legend style={draw=none, fill=none, font=\\scriptsize}, legend cell align=left},',
  '  gradnb key/.style={hide axis, scale only axis, height=0pt, width=0pt, xmin=0, xmax=1, ymin=0, ymax=1, point meta min=0, point meta max=256, colorbar horizontal}',
  '}'
].join('\n')
