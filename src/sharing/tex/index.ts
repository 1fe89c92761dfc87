import { cellFigures, type CellFigure } from '../drawing/cellFigures'
import { captionOf } from '../paperCaption'
import type { SharedCell } from '../sharedCells'
import { asciiSlug, noRuns, textFile, type SharedFile } from '../sharedFile'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { escapeTex, texComment } from './escapeTex'
import { manyFigure } from './manyFigure'
import { PREAMBLE } from './preamble'
import { runFigure, type TexFigure } from './runFigure'
import { stylesIn, type SignStyle } from './texHeat'

/**
 * Every figure of a notebook for LaTeX (pgfplots): in a folder a file of each, which a paper takes by \\input, the numbers that it reads as
 * CSV, what it needs of a document as gradnb.tex, and figures.tex, a document of all that compiles as it is. Throws a `NothingToShare`
 * where no cell has a result.
 */
export function texFiles(cells: readonly SharedCell[], folder: string, digest: string): SharedFile[] {
  const figures = [...cellFigures(cells).values()].flat()
  const made = figures.flatMap((figure, i) => {
    const isSecond = figures[i - 1]?.place === figure.place
    const name = `${figure.place}${isSecond ? `-${i + 1}` : ''}-${asciiSlug(figure.name)}`
    const drawn = figureOf(figure, name, folder)
    return drawn === null ? [] : [{ name, ...drawn, text: floatOf(figure, name, drawn, digest) }]
  })
  if (made.length === 0) throw noRuns('TeX')
  return [
    textFile(`${folder}/figures.tex`, documentOf(made.map(({ name }) => name))),
    textFile(`${folder}/gradnb.tex`, `${texComment(TEXTS.texPreamble)}\n${PREAMBLE}\n`),
    ...made.flatMap(({ name, text, files }) => [textFile(`${folder}/${name}.tex`, text), ...files])
  ]
}

const figureOf = ({ subject }: CellFigure, name: string, folder: string): TexFigure | null =>
  subject.kind === 'run'
    ? subject.record.columns === 0
      ? null
      : runFigure(subject.record, subject.look, name, folder)
    : manyFigure(subject, name, folder)

function floatOf(figure: CellFigure, name: string, { body, heats }: TexFigure, digest: string): string {
  const signs = [...stylesIn(heats)].filter((style): style is Exclude<SignStyle, 'absent'> => style !== 'absent')
  const caption = captionOf(figure, digest, signs.map(style => TEXTS.signs[style]).join('. '))
  return [
    texComment(TEXTS.texFigure),
    '\\begin{figure}[htbp]',
    '\\centering\\footnotesize',
    body,
    `\\caption{${escapeTex(caption)}}`,
    `\\label{fig:${name}}`,
    '\\end{figure}',
    ''
  ].join('\n')
}

const documentOf = (names: readonly string[]): string =>
  [
    '\\documentclass{article}',
    '\\usepackage[margin=2.5cm]{geometry}',
    '\\input{gradnb}',
    '\\begin{document}',
    ...names.map(name => `\\input{${name}}\\clearpage`),
    '\\end{document}',
    ''
  ].join('\n')
