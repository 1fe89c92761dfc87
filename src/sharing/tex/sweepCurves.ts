import { bandOf, type Band } from '../../../renderers/run/numbers/sweep/bands'
import { axisFor } from '../../../renderers/run/numbers/sweep/axis'
import { MOST_SERIES, seriesStyle } from '../../../renderers/run/paint/seriesColors'
import type { SweepScene } from '../../../renderers/run/chart/sweep/sweepScene'
import { SWEEP_FIGURE } from '../../../renderers/run/words/sweepTexts'
import { groupName, groupScore } from '../../../renderers/run/words/sweepWords'
import type { CurveName } from '../../record'
import { shortened } from '../../text'
import { textFile, type SharedFile } from '../sharedFile'
import { escapeTex } from './escapeTex'
import { short } from './texHeat'

/** The curves of a figure, and the files that they read. */
export interface TexCurves {
  readonly body: string
  readonly files: readonly SharedFile[]
}

const DASHES = ['solid', 'dashed', 'densely dotted', 'dash dot', 'densely dashed', 'dotted'] as const
const { curves: WORDS, table: TABLE } = SWEEP_FIGURE

/** Loss and accuracy by epoch: a line of medians and a band of the middle half for each of the best groups. */
export function sweepCurves(scene: SweepScene, name: string, folder: string): TexCurves {
  const told = scene.ordered.filter(group => scene.groups[group]!.median !== null).slice(0, MOST_SERIES)
  const plots = curveNames(scene).map(curve => plotOf(scene, curve, told, { name, folder }))
  if (told.length === 0 || plots.length === 0) return { body: '', files: [] }
  const room = `${short(1 / plots.length)}*\\linewidth`
  const body = [
    '\\begin{tikzpicture}',
    ...plots.map(({ lines, title, keys }, i) =>
      [
        `\\begin{axis}[gradnb curves, at={({${short(i / plots.length)}*\\linewidth},0)}, anchor=north west, width={${room}-3.2em}, height=2.6cm, ${keys}title={${title}}, xlabel={${WORDS.epoch}}]`,
        ...lines,
        '\\end{axis}'
      ].join('\n')
    ),
    '\\end{tikzpicture}\\par',
    '{\\scriptsize\\begin{tabular}{@{}l@{~}l@{}}',
    ...told.map((group, i) => legendLine(scene, group, i)),
    '\\end{tabular}\\par}',
    `{\\scriptsize ${escapeTex(SWEEP_FIGURE.paper)}\\par}`
  ].join('\n')
  return { body, files: plots.flatMap(({ files }) => files) }
}

function curveNames({ record }: SweepScene): CurveName[] {
  const has = (name: CurveName) => record.runs.some(run => run.state === 'done' && run.summary.curves[name] !== null)
  const accuracy = (['test_accuracy', 'accuracy'] as const).find(has)
  return [...(has('loss') ? (['loss'] as const) : []), ...(accuracy ? [accuracy] : [])]
}

interface Plot extends TexCurves {
  readonly lines: readonly string[]
  readonly title: string
  readonly keys: string
}

function plotOf(
  { record, groups }: SweepScene,
  curve: CurveName,
  told: readonly number[],
  { name, folder }: { readonly name: string; readonly folder: string }
): Plot {
  const bands = told.map(group => bandOf(record, groups[group]!.runs, curve))
  const files: SharedFile[] = []
  const lines = bands.flatMap((band, i) => {
    const rows = band === null ? [] : rowsOf(band)
    if (rows.length === 0) return []
    const file = `${name}-${curve.replace('_', '-')}-${i + 1}`
    files.push(
      textFile(`${folder}/${file}.csv`, `${['epoch,lower_quartile,median,upper_quartile', ...rows].join('\n')}\n`)
    )
    return bandLines(file, i)
  })
  const medians = bands.flatMap(band => band?.median ?? [])
  const isLog = curve === 'loss' && axisFor(medians, 4).log
  const title = curve === 'loss' ? (isLog ? WORDS.logLoss : WORDS.loss) : curve === 'accuracy' ? TABLE.accuracy : TABLE.testAccuracy // prettier-ignore
  return { body: '', files, lines, title: escapeTex(title), keys: isLog ? 'ymode=log, ' : '' }
}

/** Epochs in which all of the band is finite: the others leave the plot. */
const rowsOf = ({ epochs, lowerQuartile, median, upperQuartile }: Band): string[] =>
  epochs.flatMap((epoch, i) => {
    const numbers = [lowerQuartile[i]!, median[i]!, upperQuartile[i]!]
    return numbers.every(Number.isFinite) ? [[epoch, ...numbers].join(',')] : []
  })

const colorName = (i: number): string => `gradnbseries${String.fromCharCode(97 + i)}`

function bandLines(file: string, i: number): string[] {
  const table = (column: string) => `table[x=epoch, y=${column}, col sep=comma] {\\gradnbfolder/${file}.csv};`
  const edge = (side: string) => `\\addplot[name path=${side}${i}, draw=none, forget plot] ${table(side)}`
  return [
    edge('lower_quartile'),
    edge('upper_quartile'),
    `\\addplot[${colorName(i)}, fill opacity=0.2, forget plot] fill between[of=lower_quartile${i} and upper_quartile${i}];`,
    `\\addplot[${colorName(i)}, thick, ${DASHES[i]}] ${table('median')}`
  ]
}

const MOST_LETTERS = 70

function legendLine({ record, groups, metric }: SweepScene, group: number, i: number): string {
  const result = groups[group]!
  const text = `${groupName(record, result)}: ${groupScore(result, metric)}`
  return `\\tikz[baseline=-0.6ex]\\draw[${colorName(i)}, thick, ${DASHES[i]}] (0,0) -- (2em,0); & ${escapeTex(shortened(text, MOST_LETTERS))}\\\\`
}

/** The colours of the curves by name, for the preamble. */
export const SERIES_COLORS: readonly (readonly [name: string, color: string])[] = Array.from(
  { length: MOST_SERIES },
  (_, i) => [colorName(i), seriesStyle('light', i).color] as const
)
