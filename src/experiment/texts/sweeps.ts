import { grouped, howToRaise } from '../../text'

/** "a, b or c" */
const choice = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1')

/** What is said of cells that build on others, and of cells of many runs. */
export const SWEEP_TEXTS = {
  noRun: (index: number, runs: number) => `there is no run ${index} of ${runs}`,
  runHasProblems: (index: number) => `run ${index} has problems`,
  gridOfLists: 'a grid has lists only',

  extendsNothing: 'extends needs the name of another cell, for example extends: base',
  unknownCell: (name: string, meant: string | null, names: readonly string[]) => {
    if (meant !== null) return `no cell is named ${name}; did you mean ${meant}?`
    return names.length > 0
      ? `no cell is named ${name}; this notebook has ${names.join(', ')}`
      : `no cell is named ${name}; give the cell that is meant a name: name: ${name}`
  },
  sameName: (name: string, count: number) => `${grouped(count)} cells are named ${name}; give each a name of its own`,
  circle: (names: readonly string[]) =>
    names.length === 2
      ? `${names[0]} cannot extend itself; name another cell`
      : `these cells extend each other in a circle: ${names.join(' → ')}; remove extends from one of them`,
  longChain: (most: number) => `extends may lead through ${most} cells at most; extend one that is nearer to the first`,
  brokenBase: (name: string, line: number, sentence: string) =>
    `${name} cannot run yet, so it cannot be extended; fix its line ${line} first: ${sentence}`,
  extendsCompare: (name: string) => `${name} only compares other cells, so there is nothing to extend`,

  compareList: 'compare takes a list of cells: compare: [first, second]',
  compareEmpty: 'compare must name at least one cell, for example compare: [first, second]',
  compareName: (written: string) =>
    `${written} is not the name of a cell; write name, name/variant or name#12 for one run of a sweep`,
  compareTwice: (name: string) => `${name} appears twice; keep one`,
  compareItself: 'a cell cannot compare itself; name others',
  compareCompare: (name: string) => `${name} compares cells itself; name the cells that it compares`,
  compareBroken: (name: string) => `${name} cannot run yet, so it cannot be compared; fix it first`,
  compareAlone: (key: string) => `a cell with compare draws other cells and trains nothing; remove ${key}`,
  noVariants: (cell: string) => `${cell} has no variants; write ${cell} alone`,
  unknownVariant: (label: string, cell: string, meant: string | null, labels: readonly string[]) =>
    `${cell} has no variant ${label}; ${meant === null ? `it has ${labels.join(', ')}` : `did you mean ${meant}?`}`,
  noSuchRun: (run: number, cell: string, count: number) =>
    `${cell} has no run ${grouped(run)}; its runs are 0 to ${grouped(count - 1)}`,

  variantsMapping:
    'variants must be a mapping from labels to keys, for example {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [64]}}',
  variantsEmpty: 'variants must have at least one label, for example {narrow: {hidden_layers: [4]}}',
  variantMapping: (label: string) =>
    `variant ${label} must be a mapping of keys and values, for example {activation: relu}`,

  sweepMapping:
    'sweep must be a mapping, for example {method: grid, parameters: {optimizer.learning_rate: [0.01, 0.1]}}',
  noParameters: 'sweep needs parameters, for example parameters: {optimizer.learning_rate: [0.01, 0.1]}',
  parametersMapping:
    'parameters must be a mapping from keys to values, for example {optimizer.learning_rate: [0.01, 0.1]}',
  unknownMethod: (method: string, meant: string | null) =>
    `unknown method ${method}; ${meant === null ? 'choose grid or random' : `did you mean ${meant}?`}`,
  bayes: 'bayes is not supported, as runs are quick enough to try them all: use grid, or random with run_cap',
  needsRunCap: 'random needs run_cap, the number of combinations to draw, for example run_cap: 20',
  runCap: (value: string) => `run_cap must be a whole number of at least 1, not ${value}`,
  earlyTerminate: 'early_terminate is not supported; use stop instead, for example stop: {loss_below: 0.1}',
  goal: 'remove goal: losses are sorted from the lowest up and accuracies from the highest down',
  onlyWandb: (key: string) => `${key} means something to W&B only; remove it`,
  sweepKey: (key: string, meant: string | null, known: readonly string[]) =>
    `unknown key ${key} in sweep; ${meant === null ? `its keys are ${known.join(', ')}` : `did you mean ${meant}?`}`,
  metricMapping: 'metric must be a mapping with the name to sort by, for example {name: test_loss}',
  metricName: (name: string, names: readonly string[]) => `${name} is not measured; sort by ${choice(names)}`,
  metricKey: (key: string) => `unknown key ${key} in metric; its only key is name`,

  emptyStep: (path: string) => `${path} has a dot too many; write the path as in optimizer.learning_rate`,
  noSteps: (key: string, path: string) => `${key} is a single value, so ${path} leads nowhere; write ${key}`,
  unknownPath: (path: string, meant: string | null, keys: readonly string[]) =>
    `${path} does not lead to a key of a cell; ${meant === null ? `the keys are ${keys.join(', ')}` : `did you mean ${meant}?`}`,
  misplacedPath: (path: string, meant: string) => `${path} belongs in ${meant.split('.')[0]}: write ${meant}`,
  notVaried: (key: string) => `${key} cannot differ between the runs of a cell; remove it`,
  twice: (path: string) => `${path} appears twice; keep one`,
  overruled: (path: string, label: string) =>
    `${path} is set by the sweep and by the variant ${label}, so the variant's value would never be used; remove one of them`,

  parameterForm: (path: string, value: string) =>
    `say which values ${path} takes: a list [${value}], or {value: ${value}} for a single one`,
  parameterEmpty: (path: string) => `${path} needs its values, for example {values: [1, 2]}`,
  noValues: (path: string) => `${path} must list at least one value`,
  valuesList: (path: string) => `the values of ${path} must be a list, for example {values: [1, 2]}`,
  nestedForm: (path: string, key: string) =>
    `unknown key ${key} in ${path}; for a key within another write ${path}.${key}, or {parameters: {${key}: …}}`,
  parameterKey: (path: string, key: string, known: readonly string[]) =>
    `unknown key ${key} in ${path}; its keys are ${known.join(', ')}`,
  gridNeedsValues: (path: string) =>
    `a grid needs the values of ${path} one by one: list them as {values: […]}, or write method: random`,
  needsKey: (path: string, key: string, distribution: string) => `${distribution} needs ${key}; add it to ${path}`,
  notWith: (key: string, distribution: string) => `${key} means nothing with ${distribution}; remove it`,
  number: (key: string, value: string) => `${key} must be a finite number, not ${value}`,
  wholeNumber: (key: string, value: string) =>
    `with int_uniform ${key} must be a whole number below 9,007,199,254,740,992 in size, not ${value}`,
  emptyRange: (min: number, max: number) => `min (${min}) must be below max (${max}); swap or change them`,
  wideRange: 'int_uniform can draw from 4,294,967,296 whole numbers at most; narrow the range',
  positiveMin: 'log_uniform_values needs min above 0, as zero and negative numbers have no logarithm',
  negativeSigma: 'sigma must be above 0; for a single value write {value: …}',
  probabilities: (given: number, due: number) =>
    `probabilities must have one number for each value: ${given} for ${due} values`,
  probability: (value: string) => `a probability must be a number from 0 to 1, not ${value}`,
  probabilitySum: (sum: number) => `the probabilities must add up to 1, not ${sum}`,
  probabilitiesInGrid:
    'a grid takes every value once, so probabilities mean nothing; remove them, or write method: random',
  unknownDistribution: (name: string, meant: string | null, names: readonly string[]) =>
    `unknown distribution ${name}; ${meant === null ? `choose one of ${names.join(', ')}` : `did you mean ${meant}?`}`,
  quantized: (name: string, instead: string) =>
    `${name} is not supported; use ${instead}, or list the values: {values: […]}`,
  inverse: (name: string) => `${name} is not supported; use log_uniform_values with min and max`,
  logUniform: (name: string) =>
    `${name} is not supported, as its min and max are exponents; use log_uniform_values with the values themselves`,

  seeds: (value: string) =>
    `seeds must be how many times every run is repeated, a whole number of at least 1, not ${value}`,
  seedList: (count: number) => `seeds is a number: write seeds: ${count}, and seed for the first of them`,
  lastSeed: (seed: number, seeds: number) =>
    `seed ${grouped(seed)} and seeds ${grouped(seeds)} go beyond the last seed, 4,294,967,295; make one of them smaller`,
  tooManyRuns: (count: string, most: number) =>
    `this cell makes ${count} runs, and the limit is ${grouped(most)}; list fewer values, or raise the limit: ${howToRaise('runs')}`,
  moreThan: (count: number) => `more than ${grouped(count)}`,
  inRun: (sentence: string, run: number, values: string) => `${sentence} (run ${grouped(run)}: ${values})`,
  manyRuns: (key: string) =>
    `a single experiment is wanted here, and ${key} makes several or names other cells; remove it`,

  docs: {
    extends:
      'Starts from the cell of this name: its keys apply here, too, and what is written here overrides them. Mappings of the same thing are merged key by key.',
    variants:
      'Runs for values that belong together: from a label to the keys that differ, dotted paths allowed. Each variant runs with every combination of the sweep.',
    sweep: 'Runs for combinations of values, as in W&B: a method, and parameters with their values.',
    seeds: 'How often to repeat every run, with seed, seed + 1, …, to see how much is luck.',
    compare:
      'Draws the runs of these cells side by side and trains nothing. name/label is one variant, name#12 the run 12 of a sweep, counted from 0.',
    method: 'How values are combined.',
    grid: 'Every combination, the first parameter slowest.',
    random: 'run_cap combinations, drawn from the cell’s seed: the same everywhere.',
    parameters:
      'From a key, such as epochs or optimizer.learning_rate, to its values: a list, or a distribution for random.',
    runCap: 'The most combinations that are tried, before variants and seeds multiply them. random needs it.',
    metric: 'What the runs are sorted by.',
    metricName: 'A curve: losses count from the lowest, accuracies from the highest.',
    values: 'The values, one by one.',
    value: 'A single value.',
    min: 'The least value that is drawn.',
    max: 'The largest value that is drawn.',
    mu: 'The mean of normal.',
    sigma: 'The standard deviation of normal.',
    probabilities: 'How likely each value is; they add up to 1.',
    nested: 'Parameters within this key, as in W&B.',
    distribution: 'How values are drawn. Left out: int_uniform between whole numbers, uniform between others.',
    distributions: {
      constant: 'The one value.',
      categorical: 'One of the values, each as likely as its probability says.',
      uniform: 'Any number from min to max.',
      int_uniform: 'Any whole number from min to max, both included.',
      log_uniform_values: 'From min to max so that every decade is equally likely: for learning rates.',
      normal: 'Around mu, with standard deviation sigma.'
    }
  }
}
