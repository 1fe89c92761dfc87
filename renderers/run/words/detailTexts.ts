import type { Split } from '../../../src/record'
import type { DetailName } from '../numbers/details'

/** What is said of what stands below or beside the heatmap. */
export const DETAIL_TEXTS = {
  label: 'More about this run',
  /** the buttons; `answers` goes by what the run is to learn */
  tabs: {
    activation: 'φ and φ′',
    histograms: 'Histograms',
    predictions: 'Predictions',
    answers: { classification: 'Confusion', regression: 'Predicted and true' }
  },

  /** which moment a picture shows */
  moment: {
    newest: (column: string) => `newest so far: ${column}`,
    lastRecorded: (column: string) => `${column}, the last one recorded`,
    lastUpTo: (column: string, chosen: string) => `${column}, the last one recorded up to ${chosen}`
  },

  notYet: 'Nothing has been recorded yet.',
  notRecorded: {
    activation: 'Nothing was recorded.',
    histograms: 'This run recorded no histograms: older versions did not.',
    predictions: 'This run recorded no predictions.',
    answers: 'This run recorded no answers: older versions did not.'
  } satisfies Readonly<Record<DetailName, string>>,
  tooLarge: (parameters: string) =>
    `This run recorded no histograms: that is done for nets of at most one million parameters, and this one has ${parameters}.`,
  tooManyClasses: (classes: number) =>
    `This run recorded no confusion matrix: that is done for at most 20 classes, and there are ${classes}.`,
  tooManyOutputs: (outputs: number) =>
    `This run recorded no predicted values: that is done for at most 4 outputs, and there are ${outputs}.`,

  predictsNothing: 'The net predicts nothing: its outputs are not numbers.',

  activation: {
    sentence: (from: string, to: string, column: string) =>
      `98 % of z lie between ${from} and ${to} (${column}; shaded).`,
    pending: '…',
    noRange: 'There is no range of z: it was not recorded, or z is not a number.',
    normalized: 'z is normalized before φ, so its recorded range says nothing about saturation.',
    value: 'φ(z)',
    slope: 'φ′(z)',
    both: 'φ(z), and dashed φ′(z)'
  },

  histograms: {
    title: 'How gradients and activations spread within each layer',
    sentence: (samples: string) => `Over ${samples}; each bar’s height is a share of its own histogram’s highest.`,
    samples: 'the first mini-batch, at most 32 samples',
    someLayers: (some: number, all: number) => `${some} of ${all} layers.`,
    spreads: { weightGradient: '|∂loss/∂W| (log scale)', activation: 'activation a' },
    spreadsBoth: 'activation a (log scale on both sides of 0)',
    zero: (share: string) => `○ ${share}`,
    zeroMeaning: '○ share that is exactly 0',
    allZero: '○ all exactly 0',
    nonfinite: '× not finite',
    course: (layer: string, before: string, after: string, column: string) =>
      `The median weight gradient of ${layer} goes from ${before} before training to ${after} at ${column}.`,
    table: 'Histograms by layer',
    columns: {
      layer: 'layer',
      weightGradient: (column: string) => `|∂loss/∂W|, ${column}`,
      activation: (column: string) => `a, ${column}`
    },
    range: (from: string, middle: string, to: string) => `${from} … ${middle} … ${to}`,
    rangeMeaning: 'least … median … largest'
  },

  predictions: {
    title: (moment: string) => `Class that the net predicts by input, ${moment}`,
    images: (moment: string) => `What the net takes images for, ${moment}`,
    right: (right: number, all: number) => `${right} of ${all} right; ✗ marks a wrong answer.`,
    areas: (parts: readonly string[]) => `Share of the picture: ${parts.join(', ')}.`,
    area: (className: string, share: string) => `${className}: ${share}`,
    points: 'The points are training samples.',
    more: (count: number) => `and ${count} more`,
    axes: ['x₁', 'x₂'] as const,
    wrong: (className: string) => `${className} ✗`,
    noAnswer: '–'
  },

  answers: {
    splits: { test: 'test split', training: 'training samples' } satisfies Readonly<Record<Split, string>>,
    confusion: (split: string, moment: string) => `Confusion matrix of the ${split}, ${moment}`,
    truth: 'true class',
    answer: 'predicted class',
    unanswered: 'no answer',
    shareInBrackets: 'in brackets: share of the row',
    share: 'Colour and per cent: share of the row.',
    allRight: (samples: number) => `All ${samples} samples are right.`,
    mostlyRight: (share: string) => `Mostly right: ${share}`,
    right: (share: string) => `Right: ${share}`,
    worst: (truth: string, answer: string, count: number, all: number) =>
      `${truth} is taken for ${answer} most often (${count} of ${all}).`,
    only: (answer: string) => `Every sample is taken for ${answer}.`,
    noAnswers: (count: number, all: number) => `${count} of ${all} samples get no answer: an output is not a number.`,
    estimates: (split: string, moment: string) => `Predicted and true values of the ${split}, ${moment}`,
    target: (output: number, outputs: number) => (outputs === 1 ? 'target' : `target ${output}`),
    trueAxis: (name: string) => `${name}, true`,
    predictedAxis: (name: string) => `${name}, predicted`,
    diagonal: 'On the dashed line a prediction is right.',
    error: (name: string, error: string, spread: string) =>
      `${name}: off by ${error} (RMS), where true values spread by ${spread} (standard deviation).`,
    lost: (count: number, all: number) => `${count} of ${all} predictions are not numbers.`,
    sample: 'sample'
  }
}
