import { linkOf, OUTPUT_ACTIVATIONS, type OutputActivationName } from '../catalogue'
import type { TrainingTask } from './spec'

type Answering = Pick<TrainingTask, 'loss' | 'indicators' | 'layers'>

/** Whether samples are classified, so that some are right and others are not. */
export const countsHits = ({ loss, indicators }: Pick<TrainingTask, 'loss' | 'indicators'>): boolean =>
  linkOf(loss) !== 'linear' || indicators === true

/** What the output layer applies before the loss. */
function outputActivationOf({ layers }: Pick<TrainingTask, 'layers'>): OutputActivationName {
  const { activation, softmax } = layers.at(-1)!
  if (softmax === true) return 'softmax'
  const { name } = activation
  if (Object.hasOwn(OUTPUT_ACTIVATIONS, name)) return name as OutputActivationName
  throw new RangeError(`${name} is no activation of an output layer`)
}

/** Whether outputs are read as probabilities as they are, because what makes them squeezes them into 0 … 1. */
export const answersShares = (task: Answering): boolean => OUTPUT_ACTIVATIONS[outputActivationOf(task)].shares

/** Above this a single output says the second class: the middle of a share, else 0 (of a logit or of tanh; a relu says the second unless it is 0). */
export const thresholdOf = (task: Answering): number => (answersShares(task) ? 0.5 : 0)
