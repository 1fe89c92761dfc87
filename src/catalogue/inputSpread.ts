import type { DatasetName } from './dataset'

/**
 * How large the samples of a data set are beside each other: |x|² in the middle of each of 16 equal parts of the samples in order of size,
 * over the mean of these 16 (measured on 20,000 samples of usual noise, or all). In few dimensions samples differ by much, and so do their
 * signals.
 */
export interface InputSpread {
  readonly raw: readonly number[]
  /** as `raw` where that is left out */
  readonly standardized?: readonly number[]
}

/** Of every data set but random inputs, which follow from their number. */
export const INPUT_SPREADS: Readonly<Record<Exclude<DatasetName, 'random'>, InputSpread>> = {
  circle: {
    raw: [0.0201, 0.0652, 0.115, 0.176, 0.254, 0.349, 0.476, 0.641, 0.874, 1.11, 1.33, 1.55, 1.79, 2.04, 2.35, 2.86]
  },
  xor: {
    raw: [0.0802, 0.205, 0.326, 0.443, 0.558, 0.669, 0.784, 0.894, 1, 1.11, 1.23, 1.35, 1.49, 1.66, 1.89, 2.32]
  },
  moons: {
    raw: [0.129, 0.191, 0.24, 0.289, 0.35, 0.434, 0.553, 0.716, 0.909, 1.11, 1.32, 1.54, 1.74, 1.93, 2.13, 2.42],
    standardized: [0.117, 0.185, 0.255, 0.364, 0.548, 0.772, 0.956, 1.09, 1.18, 1.26, 1.34, 1.4, 1.48, 1.56, 1.66, 1.84]
  },
  gaussian: {
    raw: [0.265, 0.415, 0.517, 0.604, 0.682, 0.76, 0.83, 0.902, 0.98, 1.06, 1.15, 1.24, 1.36, 1.49, 1.69, 2.05],
    standardized: [0.217, 0.337, 0.418, 0.491, 0.558, 0.626, 0.697, 0.77, 0.852, 0.946, 1.05, 1.18, 1.35, 1.6, 2, 2.91]
  },
  spiral: {
    raw: [0.0158, 0.052, 0.0987, 0.164, 0.252, 0.37, 0.5, 0.656, 0.836, 1.04, 1.25, 1.5, 1.78, 2.08, 2.43, 2.99]
  },
  plane: {
    raw: [0.0588, 0.175, 0.297, 0.419, 0.536, 0.665, 0.778, 0.9, 1.02, 1.14, 1.25, 1.38, 1.49, 1.65, 1.9, 2.33]
  },
  sine: {
    raw: [0.00282, 0.026, 0.0718, 0.144, 0.241, 0.352, 0.483, 0.651, 0.832, 1.05, 1.29, 1.55, 1.83, 2.15, 2.48, 2.85]
  },
  iris: {
    raw: [0.492, 0.554, 0.612, 0.638, 0.686, 0.784, 0.851, 0.924, 1.04, 1.11, 1.15, 1.19, 1.31, 1.38, 1.48, 1.8],
    standardized: [
      0.061, 0.172, 0.279, 0.343, 0.508, 0.608, 0.822, 0.934, 1.05, 1.17, 1.25, 1.29, 1.43, 1.63, 1.78, 2.66
    ]
  },
  digits: {
    raw: [0.745, 0.801, 0.833, 0.866, 0.899, 0.93, 0.961, 0.991, 1.02, 1.05, 1.07, 1.1, 1.13, 1.15, 1.19, 1.27],
    standardized: [
      0.531, 0.599, 0.637, 0.673, 0.71, 0.742, 0.774, 0.819, 0.856, 0.908, 0.96, 1.03, 1.12, 1.26, 1.56, 2.82
    ]
  }
}
