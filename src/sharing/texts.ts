/** All that exports say in English, beside what the figure says. */
export const SHARING_TEXTS = {
  damaged: (reason: string) => `This output is damaged in the file${reason === '' ? '' : `: ${reason}`}`,
  noRuns: (format: string) => `no cell of this notebook has a run to export as ${format}; run its cells first`,
  noWords: 'this notebook has no cells to export',
  tooLong: (rows: string, most: string) => `CSV would have ${rows} rows, and at most ${most} can be written`,
  figureOf: (cell: string) => `figure of ${cell}`,
  untitled: 'Gradient notebook',
  madeFrom: (file: string) => `Exported from ${file} by gradnb.`
}
