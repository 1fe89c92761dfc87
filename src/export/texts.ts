import type { CurveName } from '../record'

/** What a record's text output says beside names and numbers, in English; every other file of the room names a text. */
export const TEXTS = {
  tooManyRows: (rows: number, most: number) => `CSV would have ${rows} rows; at most ${most} can be written`,
  curves: {
    loss: 'loss',
    test_loss: 'test loss',
    accuracy: 'accuracy',
    test_accuracy: 'test accuracy'
  } satisfies Record<CurveName, string>,
  findings: {
    other: (label: string, message: string) => `${label}: ${message}`
  },
  nothing: (quantity: string) => `${quantity}: nothing recorded`,
  epoch: 'epoch',
  init: 'init',
  inEpoch: (epoch: number) => `epoch ${epoch}`,
  stepsAndEpochs: 'step │ epoch',
  scaleInWords: (low: string, steps: string, high: string, kind: 'log' | 'signed' | 'fraction') =>
    kind === 'log' ? `vanishing ≤ ${low} ${steps} ≥ ${high} exploding` : `${low} ${steps} ${high}`,
  scale: (low: string, steps: string, high: string) => `${low} ${steps} ${high}`,
  nonfinite: '× is NaN or infinity.',
  zero: '0 is exactly zero.',
  farthestOf: (columns: number) => `One character is the farthest from healthy of ${columns} columns.`
}
