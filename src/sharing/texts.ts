/** A cell that cannot run, and why, in a line. */
interface Failure {
  readonly place: number
  readonly reason: string
}

/** All that exports say in English, beside what the figure says. */
export const SHARING_TEXTS = {
  damaged: (reason: string) => `This output is damaged in the file${reason === '' ? '' : `: ${reason}`}`,
  noRuns: (format: string) => `no cell of this notebook has a run to export as ${format}; run its cells first`,
  noCells: (format: string) => `this notebook has no experiment to export to ${format}`,
  noneRuns: (failures: readonly Failure[]) =>
    failures.length === 1
      ? `cell ${failures[0]!.place} cannot run: ${failures[0]!.reason}`
      : `no cell of this notebook can run: ${failures.map(({ place, reason }) => `cell ${place}: ${reason}`).join('; ')}`,
  leftOut: ({ place, reason }: Failure) => `cell ${place} was left out, as it cannot run: ${reason}`,
  staysText: ({ place, reason }: Failure) => `cell ${place} was not made PyTorch, as it cannot run: ${reason}`,
  noPytorch: '# This cell has no counterpart in PyTorch; its output is from the notebook that it was exported from.',
  tooMuchData: (most: number) =>
    `what it reads is too much for a page, which takes ${Math.floor(most / 1_000_000)} MB of data along`,
  remarks: {
    noOutput: (place: number) => `cell ${place} has no output to export; run it first`,
    stale: (place: number) =>
      `cell ${place} has changed since its output was made; run it again, or the export shows what it was`,
    failed: (place: number) => `cell ${place} failed when it was run last: the export shows its error`,
    damaged: (place: number) => `the output of cell ${place} is damaged in the file; run it again`,
    noData: (place: number, why: string) => `cell ${place} cannot be run in the page: ${why}`
  },
  source: (place: number, name: string, digest: string) =>
    `Cell ${place} (${name}) of the notebook with SHA-256 ${digest}…, made by gradnb.`,
  boxes: 'A box stands for a character that this file’s fonts lack; when copied it is the character.',
  script: {
    firstOf: (runs: number) =>
      `The cell makes ${runs.toLocaleString('en-US')} run${runs === 1 ? '' : 's'}; this script does the first of them.`,
    stop: 'The script trains for all epochs: what the cell says under "stop" has no counterpart here.',
    range:
      'PyTorch computes in float32: numbers below 1e-38 lose digits there, below 1e-45 they are 0, and above 3e38 infinite.\nThe notebook goes on measuring such gradients.'
  },
  image: (what: string) => `image: ${what}`,
  texPreamble: 'What the figures of gradnb need of a document: \\input this file before \\begin{document}.',
  texFigure:
    'Made by gradnb. A document that takes this by \\input needs gradnb.tex before \\begin{document}, and \\newcommand\\gradnbfolder{...} before that unless it stands in this folder.',
  signs: {
    nonfinite: 'Hatched: not finite',
    zero: 'Dotted: exactly zero',
    below: 'Horizontal lines: zero in float32',
    above: 'Vertical lines: infinite in float32'
  },
  pageRuns:
    'Made by gradnb. This page needs no network: its cells run here, with the same bits as in the notebook. Nothing that you change is kept unless you download it.',
  pageStands: 'Made by gradnb. This page needs no network.'
}
