import { count, decadesText, layerText, listed, number, ofTheirSize, percent, perLayerText } from './numbers'

/** Decades by which `first` is above (or, negative, below) `last`, in a column; 0 is before any update. */
export interface Change {
  readonly first: string
  readonly last: string
  readonly decades: number
  readonly column: number
}

const when = (column: number): string => (column === 0 ? 'before any update' : `in epoch ${column}`)

const SUBJECTS = {
  activation: 'The activations of',
  loss: 'The loss of',
  gradient: 'The gradients of',
  weight: 'The weights of'
} as const

/** What is said of causes that lie in signals and initial weights: the finding, and why it happens. */
export const SIGNAL_TEXTS = {
  nonfinite: {
    loss: (step: number, epoch: number) => `The loss is no longer finite ${inStep(step, epoch)}.`,
    layer: (quantity: keyof typeof SUBJECTS, layer: string, step: number, epoch: number) =>
      `${SUBJECTS[quantity]} ${layerText(layer)} ${quantity === 'loss' ? 'is' : 'are'} no longer finite ${inStep(step, epoch)}.`,
    why: (largest: string, precision: string) =>
      `Numbers beyond about ${largest} do not fit into ${precision} and become infinite; what is computed from infinities is not a number. From then on no weight means anything.`
  },
  signal: {
    none: ({ first, last, column }: Change) => `${first} gets no signal at all ${when(column)}, though ${last} does.`,
    changes: ({ first, last, decades, column }: Change) =>
      `${first} gets ${decadesText(decades)} ${decades < 0 ? 'less' : 'more'} signal than ${last} ${when(column)}.`,
    allLost: 'loses all of it',
    left: perLayerText,
    whyVanishing: (step: string, hidden: number) =>
      `On its way to the input the error signal is multiplied by weights and by φ′ in every layer; here a layer ${step}, and over ${count(hidden, 'hidden layer')} that multiplies up. Layers near the input then hardly move, whatever the loss says.`,
    whyExploding: (step: string, hidden: number) =>
      `On its way to the input the error signal is multiplied by weights and by φ′ in every layer; here a layer ${step}, and over ${count(hidden, 'hidden layer')} that multiplies up. Steps near the input then become so large that training jumps about or breaks down.`
  },
  forwardExplosion: {
    overflows: (layer: string) =>
      `Activations grow from layer to layer and overflow in ${layerText(layer)} before any update.`,
    grows: (decades: number, first: string, layer: string) =>
      `Activations grow by ${decadesText(decades)} from ${first} to ${layer} before any update.`,
    why: 'Each layer multiplies the spread of what it gets by its weights; when fan_in times their variance is above what the activation takes away, the product grows with every layer. The loss is then dominated by a few huge outputs.'
  },
  symmetry: {
    message: (layers: readonly string[]) =>
      `All units of ${listed(layers)} start with the same weights and get the same gradient, so they learn the same.`,
    why: 'Gradient descent moves equal weights by equal steps, so a layer that starts with equal units stays as wide as one unit. Random initial weights break the tie; zeros and constants do not.'
  },
  poorInitialization: {
    shifted: (layers: readonly string[]) => `The initial weights of ${listed(layers)} are not centred at 0.`,
    whyShifted:
      "With weights that are mostly of one sign all units of a layer add up the same sum, so they answer alike, and the sum grows with the layer's width. Weights with mean 0 let units differ from the start.",
    loud: (loss: number, times: number) =>
      `The first loss is ${number(loss)}, ${number(times)} times that of a constant answer, because the initial weights make the outputs far too large.`,
    whyLoud:
      'With weights this large the net is sure of random answers before it has seen anything. Training is then busy undoing them, and ends where that leaves it.',
    whyLoudNumbers:
      'With weights this large the first answers are random numbers far beyond the targets. Training is then busy undoing them, and ends where that leaves it.',
    wide: (layers: readonly string[], worst: string, inputs: number, times: number) =>
      layers.length === 1
        ? `The initial weights of ${layerText(worst)} are far too large: ${number(times)} times what suits ${count(inputs, 'input')}.`
        : `The initial weights of ${listed(layers)} are far too large: in ${layerText(worst)} ${number(times)} times what suits ${count(inputs, 'input')}.`,
    whyWide:
      "A unit adds up as many products as it has inputs, so its z grows with the root of the layer's width unless weights are drawn smaller by as much. Too large, activations saturate or blow up, and answers are sure and random before training has begun.",
    uneven: (spread: number) =>
      `The variance of activations differs ${number(spread)} times between hidden layers at the start.`,
    whyUneven:
      "Each layer multiplies the spread of what it gets by its width and its weights' variance, and an initializer that does not know the width cannot balance them. The signal then grows or fades from layer to layer before training has begun."
  },
  deadRelu: {
    message: (share: number, layers: readonly string[]) =>
      `${percent(share)} of the units of ${listed(layers)} are 0 for every sample.`,
    why: 'A relu unit whose z is negative for every sample passes nothing on and gets no gradient, so it never comes back. One step that is too large, or biases that are too negative, is enough.'
  },
  saturation: {
    message: (layers: readonly string[], worst: string, share: number, low: number, high: number) =>
      `${listed(layers)} ${layers.length === 1 ? 'is' : 'are'} saturated: ${percent(share)} of the units of ${worst} stay in the flat part, with z from ${number(low)} to ${number(high)}.`,
    reaches: (layers: readonly string[], worst: string, low: number, high: number) =>
      `${listed(layers)} ${layers.length === 1 ? 'is' : 'are'} often saturated: z of ${worst} goes from ${number(low)} to ${number(high)}.`,
    why: (activation: string, flat: number) =>
      `Where |z| is large, ${activation} is flat: φ′ is under 1 % of its maximum beyond ${number(flat)}. The error signal is multiplied by φ′, so these units pass almost nothing back.`
  }
}

const inStep = (step: number, epoch: number): string =>
  step === 0 ? 'before any update' : `in step ${step.toLocaleString('en-US')}, epoch ${epoch}`

/** What is said of causes that lie in data, loss and training. */
export const TRAINING_TEXTS = {
  inputScale: {
    message: (rms: number, largest: number) =>
      `The inputs are about ${number(rms)} in size (up to ${number(largest)}) and are not standardized.`,
    whySmall: (rms: number) =>
      `Initializers assume inputs of about 1; with ${number(rms)} the first layer's z is next to nothing for every sample, so all samples look alike to the net. Its weights would have to grow ${number(1 / rms)} times before it can tell them apart.`,
    whyLarge: (rms: number) =>
      `Initializers assume inputs of about 1, so the first layer's z is ${number(rms)} times too large and its gradient as well. One learning rate then cannot suit both the first layer and the others.`
  },
  targetScale: {
    large: (rms: number) =>
      `The targets are about ${number(rms)} in size, far above the 1 or so that a fresh net answers.`,
    small: (rms: number) =>
      `The targets are about ${number(rms)} in size, far below the 1 or so that a fresh net answers.`,
    whyLarge: (rms: number) =>
      `Squared errors of ${number(rms)} are about ${number(rms ** 2)}, and gradients grow with them: at a usual learning rate steps are far too large, and at a small one the output layer needs very long to reach ${number(rms)}.`,
    whyLargeForMae: (rms: number) =>
      `Under mae each error pulls equally hard however large it is, so at a usual learning rate the output layer needs very long to reach ${number(rms)}. Hidden layers have little to learn from until it is there.`,
    whySmall: (rms: number) =>
      `Next to outputs of about 1 targets of ${number(rms)} all look like 0, so the net learns to answer 0 and stops there.`
  },
  lossOrTask: {
    twice: (activation: string, own: string, loss: string) =>
      `The output goes through ${activation} and then through the ${own} that is part of ${loss}: that is one too many.`,
    whyTwice: (activation: string) =>
      `The loss takes logits, which may be any numbers, and makes probabilities of them itself. After ${activation} they lie so close together that the net cannot be sure of anything, and little of the gradient gets through.`,
    outOfReach: (low: number, high: number, activation: string, from: number, to: number) =>
      `The targets go from ${number(low)} to ${number(high)}, but after ${activation} the output stays ${to === Infinity ? `at or above ${from}` : `between ${from} and ${to}`}.`,
    whyOutOfReach: (activation: string) =>
      `No weights can make the net answer what lies outside, so the loss keeps pushing the output to its limit, where ${activation} is flat and passes no gradient back. A regression's output is linear unless its targets are known to stay in a range.`,
    alwaysOne: 'The output is a softmax over a single unit, which is always 1.',
    whyAlwaysOne:
      "A softmax makes shares that add up to 1, and a single unit's share is all of it, whatever its z. So nothing that the net learns can change the answer.",
    numbersLoss: (loss: string) => `${loss} is a loss for numbers, but the targets are classes.`,
    whyNumbersLoss:
      'On classes, a loss for numbers punishes answers that are more than right, and hardly minds a net that is sure of a wrong class. A cross-entropy is steepest there.',
    likeClasses: (values: number) =>
      `The targets take only ${count(values, 'value')}, all whole numbers, which look like classes, but the run is a regression.`,
    whyLikeClasses: (values: number) =>
      values === 2
        ? 'As numbers, a net that is not sure answers with an average of the two, and errors near the wrong one count for little. As classes each gets a probability, and a cross-entropy minds most when the net is sure of the wrong one.'
        : 'As numbers, class 3 lies between 2 and 4, and the net answers with averages of classes. As classes each gets a probability of its own.'
  },
  rateTooLarge: {
    diverged: (step: number) =>
      `Steps overshot until numbers were no longer finite in step ${step.toLocaleString('en-US')}, though the first mini-batch was fine.`,
    higher: (times: number) => `The loss ends ${number(times)} times as high as it began.`,
    killed: (share: number, layer: string, before: number) =>
      `Steps have killed units of ${layer}: ${percent(share)} of them are 0 for every sample at the end, ${percent(before)} were at the start.`,
    largeSteps: (share: number) =>
      `Steps move weights by ${percent(share)} of their size, epoch after epoch, and the loss does not settle.`,
    rose: (times: number) => `The loss rose to ${number(times)} times its first value and did not settle.`,
    lost: (best: number, last: number) =>
      `The loss had fallen to ${number(best)} and ends at ${number(last)}, no better than a constant answer: steps undo what was learned.`,
    thrown: (step: number, layer: string, share: number) =>
      `Step ${step.toLocaleString('en-US')} moved the weights of ${layerText(layer)} by ${ofTheirSize(share)}, and the net has not come back from there: it ends no better than a constant answer.`,
    burst: (times: number) =>
      `The loss rose to ${number(times)} times what it was before the first step, and training has been busy coming back from there.`,
    why: (rate: number) =>
      `A step follows the gradient of one point as if the loss were a straight slope; at learning rate ${number(rate)} it lands beyond the valley, where the slope is larger still. Each further step then leads farther away, or to a place where units are dead or saturated.`
  },
  rateTooSmall: {
    falling: (share: number, from: number, to: number) =>
      `Steps move weights by at most ${ofTheirSize(share)}, and the loss (${number(from)} → ${number(to)}) is still falling at the end.`,
    still: (share: number, from: number, to: number) =>
      `Steps move weights by at most ${ofTheirSize(share)}, and the loss (${number(from)} → ${number(to)}) has hardly changed.`,
    why: (rate: number) =>
      `A healthy step is about a thousandth of the weights. At learning rate ${number(rate)} the net goes the right way, but would need many times as many steps.`
  },
  underfit: {
    linear: (share: number) =>
      `All activations are linear, so the net is one linear map; its loss stays at ${percent(share)} of that of a constant answer.`,
    whyLinear: (layers: number) =>
      `A product of matrices is a matrix: ${count(layers, 'linear layer')} can say no more than one. What the data asks for is not a straight plane.`,
    penalty: (share: number) =>
      `The penalty on weights outweighs the loss: it alone takes ${percent(share)} of the weights in every step.`,
    whyPenalty: (pull: number) =>
      `A penalty pulls every weight toward 0 in each step, here with ${number(pull)} times the weight, and the loss must win against it. Weights then stay so small that the net answers nearly the same to everything.`,
    fewSteps: (steps: number, from: number, to: number) =>
      `Training ended after only ${count(steps, 'step')} (loss ${number(from)} → ${number(to)}).`,
    stillFalling: (steps: number, from: number, to: number) =>
      `Training ended after ${count(steps, 'step')}, while the loss (${number(from)} → ${number(to)}) was still falling.`,
    whyFewSteps:
      'Each step moves weights by a small part of their size, so a net needs hundreds of steps before it can be judged.'
  }
}
