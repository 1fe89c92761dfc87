import type { SampleRun } from './sampleRun'

/** A phrase with numbers that a run must bear out. */
export interface Claim {
  readonly phrase: string
  /** the experiment's cell by its id */
  readonly run: string
  readonly holds: (run: SampleRun) => boolean
}

/** Of a cell of prose: phrases that a run bears out, and as plain texts those that say what the cells ask for, or mathematics. */
export type Claims = Readonly<Record<string, readonly (Claim | string)[]>>

const claim = (phrase: string, run: string, holds: Claim['holds']): Claim => ({ phrase, run, holds })
const about = (value: number, said: number, within: number): boolean => Math.abs(value - said) <= within

/** Every number in the samples' prose, by notebook and cell. */
export const CLAIMS: Readonly<Record<string, Claims>> = {
  'first-steps': {
    reading: ['two hidden layers of 16 tanh units', 'in 30 epochs'],
    'digits-text': [claim('1,797 handwritten digits', 'digits', run => run.samples === 1797), '8 × 8 pixels']
  },
  'vanishing-and-exploding': {
    'sigmoid-text': [
      'at most ¼',
      claim('by about 0.24', 'deep-sigmoid', run => about(run.perLayer, 0.24, 0.01)),
      claim('$0.24^9 \\approx 10^{-5.6}$', 'deep-sigmoid', () => about(9 * Math.log10(0.24), -5.6, 0.05)),
      claim('5.7 powers of ten, here called decades', 'deep-sigmoid', run => about(-run.decades, 5.7, 0.05))
    ],
    'tanh-text': ['tanh′(0) is 1', 'variance 1/fan_in'],
    'relu-text': ['2/fan_in'],
    'explode-text': [
      '64 units',
      claim('$\\sqrt{64/2} \\approx 5.7$', 'exploding', run => about(run.perLayer, Math.sqrt(32), 0.3))
    ],
    'clip-text': ['a learning rate of 3'],
    'init-text': [claim('is exactly 0 and', 'zeros', run => Number.isNaN(run.decades))],
    'random-text': ['N(0, 0.01²)'],
    'scaled-text': ['N(0, 1/fan_in)', 'N(0, 2/fan_in)'],
    try: ['a learning rate of 10', '10⁻¹⁰']
  },
  'deep-nets': {
    'plain-text': [
      claim('$\\sqrt{1/2} \\approx 0.71$', 'plain', run => about(run.perLayer, 0.71, 0.02)),
      '29 such steps',
      claim('$0.71^{29} \\approx 10^{-4.3}$', 'plain', () => about(29 * Math.log10(0.71), -4.3, 0.05)),
      claim('4.5 powers of ten', 'plain', run => about(-run.decades, 4.5, 0.06) && run.lastDecades < run.decades)
    ],
    'residual-text': [claim('within a power of ten or two', 'residual', run => run.widestSpan < 2)],
    'batch-text': [
      'mean 0 and variance 1',
      claim('by 3.6 powers of ten', 'batch', run => about(run.decades, 3.6, 0.05))
    ]
  },
  activations: {
    'sigmoid-text': [
      'is ¼ at its highest',
      'at most about ¼',
      claim('5.7 powers of ten over the hidden layers', 'sigmoid', run => about(-run.decades, 5.7, 0.05))
    ],
    'tanh-text': ['Its slope at zero is 1'],
    'relu-text': ['exactly 1 where a unit is on and 0 where'],
    'leaky-text': [],
    'selu-text': ['mean 0 and variance 1']
  },
  initialization: {
    intro: ['120 nets'],
    'comparison-text': ['at most ¼', '30 epochs', '32 units'],
    'zeros-text': [claim('puts out 0', 'zeros', run => Number.isNaN(run.decades) && about(run.testAccuracy, 0.5, 0.1))],
    'constant-text': ['32 copies'],
    'small-text': [
      'standard deviation 0.01 a layer of 32 units',
      claim('$\\sqrt{32} \\cdot 0.01 \\approx 0.06$', 'small', run => about(run.perLayer, 0.06, 0.005)),
      claim('6.1 powers of ten', 'small', run => about(-run.decades, 6.1, 0.05))
    ],
    'xavier-text': ['variance 1/fan_in', 'N(0, 1/fan_in)', '2/(fan_in + fan_out)'],
    'he-text': ['N(0, 2/fan_in)'],
    try: ['at depth 3']
  },
  'learning-rate-and-depth': {},
  'your-own-data': {
    'numbers-text': ['in 100,000', 'in 1,000'],
    own: ['at most 20 different ones']
  }
}
