/** Keys of other libraries that have no counterpart, and what holds instead. */
const KEYS: Readonly<Record<string, string>> = {
  dropout: 'there is no dropout, because it would hide what the gradient does; use l2 to keep weights small',
  bias: 'every layer has a bias; use bias_initializer to say how it starts',
  device: 'training always runs on the processor of this machine, so remove it',
  gpu: 'training always runs on the processor of this machine, so remove it',
  metrics: 'loss and, for classes, accuracy are always measured, so remove it',
  verbose: 'the heatmap shows how training goes, so remove it',
  output_layer: 'the output layer follows from the data, so remove it; hidden_layers lists the layers before it'
}

/** Names that belong elsewhere, with what to write instead where one thing is right. */
const NAMES: Readonly<Record<string, { readonly sentence: string; readonly write?: string }>> = {
  'activation softmax': {
    sentence:
      'softmax is already part of categorical_crossentropy, so leave it out; for the hidden layers choose tanh, relu or another'
  },
  'data set mnist': {
    sentence: 'MNIST is not included: give its files as {idx: {images: …, labels: …}}, or use digits, which is'
  },
  'optimizer momentum': {
    sentence: 'momentum is a setting of sgd: write {name: sgd, momentum: 0.9}',
    write: '{name: sgd, momentum: 0.9}'
  },
  'optimizer nesterov': {
    sentence: 'nesterov is a setting of sgd: write {name: sgd, momentum: 0.9, nesterov: true}',
    write: '{name: sgd, momentum: 0.9, nesterov: true}'
  },
  'loss accuracy': {
    sentence:
      'accuracy is always measured but cannot be trained on; leave loss out, and the one that fits the data is used'
  }
}

export const explainedKey = (key: string): string | null => (Object.hasOwn(KEYS, key) ? KEYS[key]! : null)

export function explainedName(
  kind: string,
  name: string
): { readonly sentence: string; readonly write?: string } | null {
  const key = `${kind} ${name.toLowerCase()}`
  return Object.hasOwn(NAMES, key) ? NAMES[key]! : null
}
