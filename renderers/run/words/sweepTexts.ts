/** All that the figures of a sweep and of a comparison say, beside the verdict; other files name a text. */
export const SWEEP_FIGURE = {
  role: 'sweep',
  cannotDraw: (problem: string) => `This output cannot be drawn: ${problem}`,
  state: {
    all: (runs: number) => `${runs} ${runs === 1 ? 'run' : 'runs'}`,
    some: (done: number, runs: number) => `${done} of ${runs} ${runs === 1 ? 'run' : 'runs'}`
  },
  toolbar: {
    label: 'Sweep',
    rows: 'Rows',
    rowsHint: 'What the rows of the small pictures differ in',
    columns: 'Columns',
    columnsHint: 'What the columns of the small pictures differ in',
    none: 'nothing',
    variants: 'variant',
    metric: 'By',
    metricHint: 'The number by which runs are compared: where a curve ended, or when the loss came down to the level',
    metrics: {
      loss: 'last loss',
      test_loss: 'last test loss',
      accuracy: 'last accuracy',
      test_accuracy: 'last test accuracy',
      converged: 'time to converge'
    },
    level: 'Level',
    levelHint: 'Time to converge is the first epoch in which the training loss was at or below this level',
    copy: { text: 'Copy', hint: 'Copy the figure as an image' },
    png: { text: 'PNG', hint: 'Save the figure as a PNG image at twice its size' },
    svg: { text: 'SVG', hint: 'Save the figure as an SVG image' },
    csv: { text: 'CSV', hint: 'Save the table of all runs as CSV' },
    copyTable: { text: 'Copy table', hint: 'Copy the table of all runs, for a spreadsheet' },
    copied: 'copied',
    noPicture: 'the browser could not make an image'
  },
  multiples: {
    title: 'Error signal by layer and epoch, and where training ended',
    label: 'Groups of runs',
    keys: 'Arrow keys move between groups, Enter shows a group’s runs in the table.',
    legend:
      'Colour: delta of each hidden layer as a multiple of that of the last one in the same epoch. One scale for all.',
    medianOf: (seeds: number) => `Each picture is the median of ${seeds} seeds.`,
    best: (shown: number, hidden: number) => `The ${shown} best; ${hidden} more are in the table.`,
    group: (name: string, score: string, fates: string) => [name, score, fates].filter(Boolean).join(', '),
    noScore: 'no number',
    notYet: 'not run yet',
    all: 'all runs',
    line: (name: string, value: string) => `${name} ${value}`,
    layers: 'input side above, epochs from left to right'
  },
  legend: { low: '← vanishing', middle: 'like the last', high: 'exploding →' },
  /** "2 of 5 diverged" */
  fates: {
    diverged: (count: number, of: number) => `${count} of ${of} diverged`,
    stuck: (count: number, of: number) => `${count} of ${of} did not learn`,
    failed: (count: number, of: number) => `${count} of ${of} failed`,
    missing: (count: number, of: number) => `${count} of ${of} not run`
  },
  curves: {
    title: 'Curves by epoch',
    loss: 'loss',
    logLoss: 'loss (log scale)',
    accuracy: 'accuracy',
    epoch: 'epoch',
    bands: 'Lines are medians; bands show the middle half of a group’s runs, and the faint ones the full range.',
    others: (groups: number) => (groups === 1 ? 'Grey: the other group.' : `Grey: the other ${groups} groups.`),
    diverged: (count: number, of: number, hasAccuracy: boolean) =>
      `${count} of ${of} runs diverged: ${count === 1 ? 'its' : 'their'} loss leaves the plot at the top${hasAccuracy ? ', the accuracy at the bottom' : ''}.`
  },
  metric: {
    line: (metric: string, parameter: string) => `${metric} by ${parameter}`,
    heat: (metric: string, x: string, y: string) => `${metric} by ${x} and ${y}`,
    parallel: (metric: string) => `All groups and their ${metric}`,
    bars: 'Points are medians, bars reach from the best to the worst run, × marks groups without a number.',
    bestOf: (groups: number) => `Each cell is the best of ${groups} groups.`,
    strongest: 'The stronger the colour, the better; × marks groups without a number.'
  },
  table: {
    label: 'All runs',
    caption: (shown: number, all: number) =>
      `${shown === all ? all : `${shown} of ${all}`} ${all === 1 ? 'run' : 'runs'}`,
    filtered: (what: string) => `Only ${what}`,
    showAll: { text: 'Show all runs', hint: 'Show the runs of all groups in the table' },
    run: 'run',
    variant: 'variant',
    seed: 'seed',
    state: 'state',
    epochs: 'epochs',
    converged: (level: string) => `loss ≤ ${level} in epoch`,
    decades: 'D of delta, first → last',
    decadesHint:
      'Decades by which delta changes from the last hidden layer to the first, before training and in the last epoch',
    finding: 'finding',
    lastLoss: 'last loss',
    bestLoss: 'best loss',
    testLoss: 'test loss',
    accuracy: 'accuracy',
    testAccuracy: 'test accuracy',
    sort: (column: string) => `Sort by ${column}`,
    more: (count: number) => ({ text: `Show ${count} more`, hint: 'Show more rows of the table' }),
    states: { learned: 'learned', stuck: 'did not learn', diverged: 'diverged', failed: 'failed', missing: 'not run' },
    open: { text: 'Open run', hint: 'Run it again and show its whole figure below' },
    openRun: (run: number) => ({ text: 'Open', hint: `Open run ${run}: run it again and show its whole figure below` }),
    insertRun: (run: number) => ({ text: 'Insert', hint: `Insert run ${run} as a cell of its own` }),
    none: '–',
    never: 'never'
  },
  opened: {
    making: (run: number) => `Running run ${run} again …`,
    title: (run: number, name: string) => `Run ${run}${name === '' ? '' : `: ${name}`}`,
    failed: (run: number, why: string) => `Run ${run} could not be opened: ${why}`,
    close: { text: 'Close', hint: 'Close the figure of this run' }
  },
  paper: 'Lines are medians of the best groups, bands the middle half of their runs.',
  percent: (share: number) => `${Number((100 * share).toPrecision(3))} %`
}

/** What the figure of a comparison says besides. */
export const COMPARE_FIGURE = {
  title: (name: string | null, references: readonly string[]) =>
    `${name === null ? '' : `${name} — `}${references.join(' · ')}`,
  nothing: 'None of these cells has a result to compare yet.',
  missing: (reference: string, why: string) => `${reference}: ${why}`,
  heats: 'Delta of each hidden layer as a multiple of that of the last one in the same epoch; one scale for all.',
  bestOf: (reference: string) => `${reference} (best group)`,
  difference: (a: string, b: string) => `${b} ÷ ${a}`,
  differences: (a: string) => `Delta, cell by cell, as a multiple of that of ${a}: blue is less, orange more.`,
  shapes: (reference: string, first: string) =>
    `${reference} has other layers or epochs than ${first}, so there is no difference to draw.`,
  label: 'Heatmaps side by side',
  keys: 'Arrow keys move through epochs and layers in all heatmaps at once, Escape takes the cursor away.',
  layer: (layer: number, layers: number) => (layer === layers - 1 ? 'output' : `hidden ${layer + 1}`),
  place: (layer: string, epoch: string) => `${layer}, ${epoch}`,
  epoch: (epoch: number) => (epoch === 0 ? 'before training' : `epoch ${epoch}`),
  value: (reference: string, value: string) => `${reference} ${value}`,
  init: 'init',
  keysTitle: 'Keys in which the experiments differ',
  same: 'The experiments are the same.',
  key: 'key',
  absent: '–',
  ends: { low: '← less', middle: 'the same', high: 'more →' }
}
