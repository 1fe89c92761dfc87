import type { RuleName } from './finding'

/** The keys of a cell that a rule is about, as dotted paths, the likeliest first. Where a cell has none of them, its first line is meant. */
export const CONCERNS: Readonly<Record<RuleName, readonly string[]>> = {
  nonfinite: ['optimizer.learning_rate', 'initializer', 'optimizer'],
  symmetry: ['initializer'],
  vanishing_signal: ['activation', 'initializer', 'hidden_layers'],
  exploding_signal: ['initializer', 'hidden_layers'],
  poor_initialization: ['initializer'],
  target_scale: ['dataset.standardize_target', 'dataset'],
  input_scale: ['dataset.standardize', 'dataset'],
  loss_or_task: ['output_activation', 'loss', 'dataset.task', 'dataset'],
  learning_rate_too_large: ['optimizer.learning_rate', 'optimizer'],
  learning_rate_too_small: ['optimizer.learning_rate', 'optimizer'],
  underfit: ['epochs', 'hidden_layers'],
  dead_relu: ['activation', 'optimizer.learning_rate', 'initializer'],
  saturation: ['initializer', 'activation'],
  loss_not_decreasing: ['optimizer.learning_rate', 'optimizer'],
  loss_at_initialization: ['initializer', 'dataset'],
  weight_gradient_imbalance: ['initializer', 'activation'],
  updates_too_small: ['optimizer.learning_rate', 'optimizer'],
  updates_too_large: ['optimizer.learning_rate', 'optimizer'],
  gradient_below_floor: ['initializer', 'activation'],
  adam_epsilon_floor: ['optimizer.epsilon', 'optimizer'],
  oscillating_loss: ['batch_size', 'optimizer.learning_rate', 'optimizer'],
  overfit: ['hidden_layers', 'dataset']
}
