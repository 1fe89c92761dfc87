/** Keys of other libraries that have no counterpart, and what holds instead. */
const KEYS: Readonly<Record<string, string>> = {
  dropout: 'there is no dropout here: it would hide what the gradient does; l2 keeps weights small',
  bias: 'every layer has a bias; bias_initializer says how it starts',
  device: 'training runs on the processors of this machine; remove it',
  gpu: 'training runs on the processors of this machine; remove it',
  metrics: 'loss, and accuracy for classes, are always measured; remove it',
  verbose: 'the heatmap shows how training goes; remove it',
  output_layer: 'the output layer follows from the data; hidden_layers are those before it'
}

/** Names that belong elsewhere, with what to write instead where one thing is right. */
const NAMES: Readonly<Record<string, { readonly sentence: string; readonly write?: string }>> = {
  'activation softmax': {
    sentence:
      'softmax is part of categorical_crossentropy and needs no word; a hidden layer takes tanh, relu or another'
  },
  'data set mnist': {
    sentence: 'MNIST is not shipped: name its files with {idx: {images: …, labels: …}}, or take digits, which is'
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
    sentence: 'accuracy is measured anyway; training needs a loss: leave it out for the one that fits the data'
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
