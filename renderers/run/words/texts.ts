import { DETAIL_TEXTS } from './detailTexts'
import { GROUP_TEXTS, QUANTITY_TEXTS, SYMBOL_TEXTS, type QuantityText } from './quantityTexts'
import { VERDICT_TEXTS } from './verdictTexts'

const CHART_KEYS =
  'Arrow keys move through epochs and layers, Enter pins an epoch, Escape unpins it, plus and minus zoom, ' +
  'zero shows all, S shows or hides single steps.'

/**
 * All that the figure says, in English: texts, and functions that put their arguments into one. Every other file names
 * a text and never writes one, so that another table of this type is all that a translation takes.
 */
export const TEXTS = {
  quantities: QUANTITY_TEXTS,
  symbols: SYMBOL_TEXTS,
  quantityGroups: GROUP_TEXTS,
  details: DETAIL_TEXTS,

  verdict: VERDICT_TEXTS,
  headline: (title: string, facts: string, progress: string) => `${title} — ${facts}; ${progress}`,

  column: {
    init: 'init',
    initInFull: 'init (before any update)',
    epoch: (epoch: number | string) => `epoch ${epoch}`,
    step: (step: number | string) => `step ${step}`,
    stepInFull: (step: number, epoch: number) => `step ${step} (in epoch ${epoch})`
  },

  description: {
    figure: (layers: number, epochs: number, title: string, state: string) =>
      `Gradient heatmap of ${counted(layers, 'layer')} over ${counted(epochs, 'epoch')} (${title}, ${state})`,
    nothingYet: (figure: string) => `${figure}: nothing recorded yet.`,
    found: (figure: string, findings: string) => `${figure}: ${findings}`,
    trainingLoss: (from: string, to: string) => `Training loss goes from ${from} to ${to}.`
  },

  /** "delta falls by 9.8 decades from output (0.49) to hidden 1 (7.4e-11) before training; at epoch 30 it falls …" */
  course: {
    beforeTraining: ({ name }: QuantityText, course: string) => `${name} ${course} before training`,
    inEpoch: ({ name }: QuantityText, course: string, epoch: number) => `${name} ${course} in epoch ${epoch}`,
    later: (start: string, { plural }: QuantityText, course: string, epoch: number) =>
      `${start}; at epoch ${epoch} ${plural ? 'they' : 'it'} ${course}`,
    one: ({ plural }: QuantityText, end: End) => `${plural ? 'are' : 'is'} ${end.value} at ${end.layer}`,
    two: ({ plural }: QuantityText, output: End, input: End) =>
      `${plural ? 'are' : 'is'} ${output.value} at ${output.layer} and ${input.value} at ${input.layer}`,
    none: ({ plural }: QuantityText, layers: readonly string[]) =>
      `${plural ? 'do' : 'does'} not apply at ${layers.join(' or ')}`,
    alike: (output: End, input: End) => `stays within a decade ${between(output, input)}`,
    falls: (decades: string, output: End, input: End) => `falls by ${decades} decades ${between(output, input)}`,
    grows: (decades: string, output: End, input: End) => `grows by ${decades} decades ${between(output, input)}`,
    still: (layers: readonly string[]) => `Hardly learning: ${layers.join(', ')} (update ratio below 1e-6).`,
    stillSince: (first: string, last: string, epoch: number) =>
      `${first === last ? first : `${first} to ${last}`} since epoch ${epoch}`
  },

  heat: {
    title: ({ name, meaning }: QuantityText) => `${name} by layer and epoch: ${meaning}`,
    epochAxis: 'epoch',
    stepAxis: 'step ‖ epoch'
  },

  legend: {
    marks: { colour: 'Colour', height: 'Height' },
    linear: ({ name }: QuantityText) => `${name}, on a linear scale around zero.`,
    fraction: ({ name }: QuantityText) => `${name}, as a share of each layer’s units.`,
    relative: ({ name }: QuantityText, measure: string, scale: string) =>
      `${name} as a multiple of that of ${measure} in the same epoch; the output stands apart. ${scale}`,
    toInit: ({ name }: QuantityText, scale: string) => `${name} as a multiple of what it was at init. ${scale}`,
    log: ({ name }: QuantityText, healthy: string, source: string, scale: string) =>
      `${name} on a log scale. Healthy is about ${healthy}, ${source}. ${scale}`,
    scaleOf: {
      notebook: 'Scale of this notebook.',
      version: 'Scale of this version.',
      versions: 'Scale of both versions.',
      figure: 'Scale of this figure alone.',
      run: 'Scale of this run.',
      cells: 'Scale of the cells so far.'
    },
    sources: {
      output: 'the output layer’s magnitude at init',
      input: 'the first layer’s magnitude at init',
      rule: 'a rule of thumb',
      median: 'the median layer’s magnitude at init'
    },
    ends: {
      log: { low: '← vanishing', middle: 'healthy', high: 'exploding →' },
      signed: { low: '← negative', middle: 'zero', high: 'positive →' },
      fraction: { low: 'none', middle: '', high: 'all' }
    },
    atMost: (number: string) => `≤ ${number}`,
    atLeast: (number: string) => `≥ ${number}`,
    nonfinite: '× not finite',
    zero: '○ exactly zero',
    belowFloat32: '▾ zero in float32',
    aboveFloat32: '▴ infinite in float32'
  },

  theory: {
    band: 'theory, ± 2σ',
    leastBand: 'theory, at least ± 2σ',
    leastBandShort: 'theory ≥ ±2σ',
    short: 'theory',
    notCovered: 'theory: not covered'
  },

  profile: {
    title: ({ name }: QuantityText) => `${name} by layer`
  },

  curves: {
    loss: 'loss',
    logLoss: 'loss (log scale)',
    accuracy: 'accuracy',
    size: (layer: string) => `size of delta at ${layer} (log scale)`,
    train: 'train',
    test: 'test'
  },

  activation: {
    title: (activation: string, layer: string) => `${activation} φ(z) of ${layer}`,
    normalized: (activation: string, layer: string) => `${activation} of ${layer}, z normalized`,
    noCurve: (activation: string, layer: string) => `${layer}: ${activation}, no curve`
  },

  facts: {
    cell: (layer: string, inputs: number, outputs: number, activation: string, column: string) =>
      `${layer} (${inputs} → ${outputs}, ${activation}), ${column}`,
    layerAndColumn: (layer: string, column: string) => `${layer}, ${column}`,
    weightGradient: '∂W',
    range: 'z',
    rangeHint:
      'z is a unit’s weighted sum of inputs plus its bias, before the activation; 98 % of the layer’s z are between these two (1 % and 99 % quantiles)',
    between: (low: string, high: string) => `${low} … ${high}`,
    median: 'z, median',
    medianHint: 'half of the layer’s z, the weighted sums before the activation, are below this',
    activation: 'activation',
    activationHint: 'mean ± standard deviation of the layer’s outputs, over units and samples',
    underflow: 'zero in float32',
    underflowHint: 'steps in which training in float32 saw a gradient of 0 though it was not',
    overflow: 'infinite in float32',
    overflowHint: 'steps in which training in float32 saw an infinite gradient though it was not',
    ofSteps: (share: string) => `${share} of steps`,
    more: 'More numbers',
    less: 'Fewer numbers',
    curves: {
      loss: 'loss',
      test_loss: 'test loss',
      accuracy: 'training accuracy',
      test_accuracy: 'test accuracy'
    },
    curveHints: {
      loss: 'training loss: the mean over the mini-batches of the epoch, or that of the step’s mini-batch',
      test_loss: 'loss on the test split after the epoch',
      accuracy: 'training accuracy: the share of samples in the epoch’s mini-batches that the net got right',
      test_accuracy: 'share of the test split that the net gets right after the epoch'
    },
    spoken: (title: string, facts: readonly { readonly label: string; readonly value: string }[]) =>
      `${title}: ${facts.map(({ label, value }) => `${label} ${value}`).join(', ')}`
  },

  chart: {
    role: 'heatmap',
    description: (symbols: readonly string[]) => `${CHART_KEYS} Colours: ${symbols.join('; ')}.`,
    pinned: (column: string) => `${column} is pinned`,
    unpinned: 'nothing is pinned',
    stepsShown: 'single steps are shown',
    stepsHidden: 'single steps are hidden',
    fails: (problem: string) => `This output cannot be drawn: ${problem}`
  },

  toolbar: {
    label: 'Figure',
    quantity: 'Colour',
    quantityHint: 'The quantity that the colours show',
    beside: 'and',
    besideHint: 'A second quantity, in a heatmap of its own',
    besideNone: 'nothing else',
    scale: 'as',
    scaleHint:
      'Whether colours show how the signal changes from layer to layer, or sizes as they are; on one scale for the notebook or for this figure',
    scales: {
      relative: 'ratio',
      absolute: 'size',
      relativeFree: 'ratio, own scale',
      absoluteFree: 'size, own scale'
    },
    zoomOut: { text: '−', hint: 'Zoom out (key −)' },
    zoomIn: { text: '+', hint: 'Zoom in on epochs (key +, or Ctrl and the mouse wheel)' },
    whole: { text: 'All', hint: 'Show all epochs (key 0)' },
    copy: { text: 'Copy', hint: 'Copy the figure as an image' },
    png: { text: 'PNG', hint: 'Save the figure as a PNG image at twice its size' },
    svg: { text: 'SVG', hint: 'Save the figure as an SVG image' },
    csv: { text: 'CSV', hint: 'Save every recorded number as CSV' },
    steps: { text: 'Steps', hint: 'Show single steps among the epochs, or hide them (key S)' },
    data: { text: 'Data', hint: 'Show the numbers as a table' },
    copied: 'copied',
    noPicture: 'the browser could not make an image'
  },

  table: {
    label: 'Numbers',
    open: { text: 'Open all numbers', hint: 'Open every recorded number in an editor' },
    caption: ({ name, symbol }: QuantityText) => `${name} (${symbol})`,
    stepsAndEpochs: 'step or epoch',
    someEpochs: (caption: string, epochs: number, all: number) =>
      `${caption}; ${epochs} of ${all} epochs (the CSV file has them all)`
  }
}

/** A layer at an end of the network and its number. */
interface End {
  readonly layer: string
  readonly value: string
}

const between = (output: End, input: End): string =>
  `from ${output.layer} (${output.value}) to ${input.layer} (${input.value})`

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
