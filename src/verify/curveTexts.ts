import type { CurveName } from '../record'

/** Curves as sentences call them. */
export const CURVE_TEXTS: Readonly<Record<CurveName, string>> = {
  loss: 'loss',
  test_loss: 'test loss',
  accuracy: 'accuracy',
  test_accuracy: 'test accuracy'
}
