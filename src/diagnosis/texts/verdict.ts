import type { RuleName } from '../finding'
import { decadesText } from './numbers'

/** What stands first of a run: its verdict. */
export const VERDICT_TEXTS = {
  /** What each rule is called. */
  labels: {
    nonfinite: 'Diverged',
    symmetry: 'Symmetry',
    vanishing_signal: 'Vanishing',
    exploding_signal: 'Exploding',
    poor_initialization: 'Poor initialization',
    target_scale: 'Targets out of scale',
    input_scale: 'Inputs out of scale',
    loss_or_task: 'Loss does not fit',
    learning_rate_too_large: 'Learning rate too large',
    learning_rate_too_small: 'Learning rate too small',
    underfit: 'Underfit',
    dead_relu: 'Dead units',
    saturation: 'Saturated',
    loss_not_decreasing: 'Not learning',
    loss_at_initialization: 'First loss is off',
    weight_gradient_imbalance: 'Uneven weight gradients',
    updates_too_small: 'Steps too small',
    updates_too_large: 'Steps too large',
    gradient_below_floor: 'Gradient too small',
    adam_epsilon_floor: 'Gradient near epsilon',
    oscillating_loss: 'Oscillating',
    overfit: 'Overfit'
  } satisfies Record<RuleName, string>,
  divergedBefore: 'Not finite before any update',
  divergedAt: (step: number) => `Diverged at step ${step.toLocaleString('en-US')}`,
  starting: 'Starting',
  nothingYet: 'nothing has been measured yet.',

  healthy: 'Healthy',
  nothingWrong: 'no rule has found anything wrong.',
  restSilenced: 'no rule has found anything wrong except those that are silenced.',
  asMuch: (first: string, last: string) => `${first} gets as much signal as ${last}.`,
  harmless: (first: string, last: string, decades: number) =>
    `${first} gets ${decadesText(decades)} ${decades < 0 ? 'less' : 'more'} signal than ${last}, which does no harm.`,

  loss: (course: string) => `Loss ${course}`,
  testAccuracy: (course: string) => `test accuracy ${course}`,
  accuracy: (course: string) => `accuracy ${course}`,
  course: (parts: readonly string[]) => `${parts.join(', ')}.`,
  help: (titles: readonly string[]) =>
    `What may help: ${titles.map(title => title.charAt(0).toLowerCase() + title.slice(1)).join('; ')}.`,
  whole: (label: string, sentence: string) => `${label}: ${sentence}`
}
