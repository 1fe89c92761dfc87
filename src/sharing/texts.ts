/** All that exports say in English, beside what the figure says. */
export const SHARING_TEXTS = {
  damaged: (reason: string) => `This output is damaged in the file${reason === '' ? '' : `: ${reason}`}`,
  noRuns: (format: string) => `no cell of this notebook has a run to export as ${format}; run its cells first`,
  noCells: (format: string) => `this notebook has no experiment to export to ${format}`,
  cellFails: (place: number, reason: string) => `cell ${place} cannot run: ${reason}`,
  pageRuns:
    'Made by gradnb. This page needs no network: its cells run here, with the same bits as in the notebook. Nothing that you change is kept unless you download it.',
  pageStands: 'Made by gradnb. This page needs no network.'
}
