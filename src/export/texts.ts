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
  nothing: (quantity: string) => `${quantity}: nothing recorded`,
  epoch: 'epoch',
  init: 'init',
  scale: (low: string, steps: string, high: string) =>
    `scale ${low} ${steps} ${high} (log; brighter is larger; × NaN or infinity)`,
  noNumber: 'no finite number but 0; × is NaN or infinity',
  largestOf: (epochs: number) => `one character is the largest of ${epochs} epochs`
}

/** The same texts in some language. */
export type Texts = typeof TEXTS
