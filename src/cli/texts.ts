/** What the command line says, in English. */
export const CLI_TEXTS = {
  exportsNotebooks: (file: string) => `${file} is not a notebook; export takes .gradnb notebooks`,
  unknownFormat: (name: string, known: string) => `there is no format "${name}" to export to; choose one of ${known}`,
  writesOver: (file: string) => `the export would overwrite ${file}; choose another name with --out`,
  weightsOfOne: (cell: string) =>
    `--weights takes the weights of one run, and cell ${cell} does not make exactly one; write that run as a cell of its own`,
  wholeNumber: (most: number) => `It must be a whole number from 1 to ${most}.`,
  isThere: (file: string) => `${file} already exists; choose another name with --out, or overwrite it with --force`,

  doctor: {
    verdict: (cell: string, verdict: string, course: string) =>
      `${cell}: ${verdict}${verdict.endsWith('.') ? '' : '.'}${course === '' ? '' : ` ${course}`}`,
    manyRuns: (cell: string) => `cell ${cell} makes many runs or none; doctor looks at cells of a single run`,
    comment: (what: string) => `Repaired: ${what}`,
    comparison: (what: string) => `Before and after: ${what}`,
    compared: 'Below that, a cell compares the two runs.',
    inserted: 'This cell is now below it:',
    notInserted: 'This cell is what helped:',
    unplaced: 'the cell was edited or removed while remedies were tried, so the one that helped is not in the notebook',
    peerSilent: (peer: string) => `${peer}: none of its rules fires.`,
    unknownPeer: (known: readonly string[]) => `choose one of ${known.join(', ')}`
  }
}
