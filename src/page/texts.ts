/** All that an exported page says, in English, beside its figures. */
export const PAGE_TEXTS = {
  run: 'Run',
  runCell: (place: number) => `Run cell ${place}`,
  stop: 'Stop',
  runAll: 'Run all',
  download: 'Download as .gradnb',
  cell: (place: number) => `Experiment of cell ${place}`,
  progress: (percent: number) => `${percent} %`,
  stopped: 'stopped',
  done: 'done',
  stale: 'the output is from before your edit',
  manyRuns: 'This page runs cells of one experiment. Open the notebook in VS Code to run sweeps and comparisons.',
  missing: (name: string) => `${name} is not in this page. Open the notebook in VS Code to read other data.`,
  file: 'notebook.gradnb'
}
