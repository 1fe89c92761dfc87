/** What completions and hovers say besides the texts of the schema, in English; every other file of the room names one. */
export const TEXTS = {
  default: 'default',
  defaultIs: (value: string) => `default ${value}`,
  example: 'for example',
  sameAs: (name: string) => `= ${name}`,
  which: 'Which one: it decides which other keys there are.',

  /** Kinds of values. */
  kinds: {
    name: 'name',
    switch: 'true or false',
    text: 'text',
    number: 'number',
    wholeNumber: 'whole number',
    listOf: (kind: string) => `list of ${kind}`,
    values: 'values',
    orNames: 'or a list of names'
  },

  otherCell: 'another cell',
  variantOf: (name: string) => `a variant of ${name}`,

  experiment: 'an experiment',
  /** A cell in the outline that has neither name nor data. */
  unnamed: 'experiment',
  /** Whole experiments for an empty cell, in the syntax of snippets. */
  snippets: [
    {
      label: 'first experiment',
      documentation: 'A small net that tells two spirals apart.',
      insert: 'name: ${1:my-net}\ndataset: spiral\nhidden_layers: [16, 16]\nactivation: tanh\nepochs: 30'
    },
    {
      label: 'deep net',
      documentation: 'Ten layers, to see whether the gradient arrives.',
      insert:
        'name: ${1:deep}\ndataset: spiral\nhidden_layers: {depth: ${2:10}, units: ${3:32}}\nactivation: ${4:sigmoid}\ninitializer: xavier\nepochs: 30'
    },
    {
      label: 'handwritten digits',
      documentation: 'Pictures of 8 × 8 pixels in ten classes.',
      insert:
        'name: ${1:digits}\ndataset: digits\nhidden_layers: [32, 32]\nactivation: relu\noptimizer: {name: adam, learning_rate: 0.002}\nepochs: 10'
    },
    {
      label: 'comparison',
      documentation: 'Which initializer learns soonest, with which activation? Every combination, with three seeds.',
      insert:
        'name: ${1:comparison}\ndataset: spiral\nhidden_layers: {depth: ${2:5}, units: ${3:16}}\nepochs: 30\nsweep:\n  method: grid\n  parameters:\n    activation: [${4:sigmoid, tanh, relu}]\n    initializer: [${5:xavier, he}]\nseeds: 3'
    },
    {
      label: 'your own data',
      documentation: 'A CSV file beside the notebook; the net learns to predict one of its columns.',
      insert:
        'name: ${1:my-data}\ndataset: {csv: ${2:data.csv}, target: ${3:column}}\nhidden_layers: [32, 32]\nactivation: relu\noptimizer: adam\nepochs: 30'
    }
  ]
}
