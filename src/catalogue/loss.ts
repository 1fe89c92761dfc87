import type { Entry } from './entry'

/** What training makes small: a mean over the mini-batch, of what the output layer answers. */
export interface Loss extends Entry {
  /** what makes probabilities of the logits and is part of the loss; linear: nothing does */
  readonly link: 'linear' | 'sigmoid' | 'softmax'
  /** its module in torch.nn */
  readonly torch: string
  /** what the module's value is multiplied by, where not 1 */
  readonly torchFactor?: number
}

/** Every loss. Those that are linear take numbers, so regressions can have them; on classes they take one output each. */
export const LOSSES = {
  mse: {
    description:
      'The mean squared error, over samples and outputs. For regressions; on classes it takes one output each.',
    formula: 'loss = mean (z − t)²',
    link: 'linear',
    torch: 'MSELoss'
  },
  half_mse: {
    description: 'Half of mse, as many textbooks have it: the slope is then the error itself.',
    formula: 'loss = ½ mean (z − t)²',
    link: 'linear',
    torch: 'MSELoss',
    torchFactor: 0.5
  },
  mae: {
    description:
      'The mean absolute error, over samples and outputs. A few wild targets count less than with mse; its slope is ±1 however small the error.',
    formula: 'loss = mean |z − t|',
    link: 'linear',
    torch: 'L1Loss'
  },
  binary_crossentropy: {
    description: 'For two classes, with a single output whose sigmoid is the probability of the second.',
    formula: 'loss = −t ln σ(z) − (1 − t) ln(1 − σ(z))',
    link: 'sigmoid',
    torch: 'BCEWithLogitsLoss'
  },
  categorical_crossentropy: {
    description: 'For classes, with one output each; softmax makes them probabilities.',
    formula: 'loss = −ln softmax(z)ₜ',
    link: 'softmax',
    torch: 'CrossEntropyLoss'
  }
} as const satisfies Readonly<Record<string, Loss>>

/** The losses of the catalogue. */
export type LossName = keyof typeof LOSSES
/** All of them, in the order of the catalogue. */
export const LOSS_NAMES = Object.keys(LOSSES) as LossName[]

/** The output layer's share in a loss. */
export const linkOf = (loss: LossName): Loss['link'] => LOSSES[loss].link

/** The losses that regressions can have. */
export const regressionLosses = (): LossName[] => LOSS_NAMES.filter(name => linkOf(name) === 'linear')
