import type { Completion } from './completion'
import type { Cursor } from './cursor'

/** Whole experiments for an empty cell. Offered by us and not as VS Code's snippets, which would come up at every word. */
const SNIPPETS = [
  [
    'first experiment',
    'A small net that tells two spirals apart.',
    'name: ${1:my-net}\ndataset: spiral\nhidden_layers: [16, 16]\nactivation: tanh\nepochs: 30'
  ],
  [
    'deep net',
    'Ten layers, to see whether the gradient arrives.',
    'name: ${1:deep}\ndataset: spiral\nhidden_layers: {depth: ${2:10}, units: ${3:32}}\nactivation: ${4:sigmoid}\ninitializer: xavier\nepochs: 30'
  ],
  [
    'handwritten digits',
    'Pictures of 8 × 8 pixels in ten classes.',
    'name: ${1:digits}\ndataset: digits\nhidden_layers: [32, 32]\nactivation: relu\noptimizer: {name: adam, learning_rate: 0.002}\nepochs: 10'
  ],
  [
    'your own data',
    'A CSV file beside the notebook; the net learns to predict one of its columns.',
    'name: ${1:my-data}\ndataset: {csv: ${2:data.csv}, target: ${3:column}}\nhidden_layers: [32, 32]\nactivation: relu\noptimizer: adam\nepochs: 30'
  ]
] as const

export const snippetCompletions = ({ word }: Cursor): Completion[] =>
  SNIPPETS.map(([label, documentation, insert]) => ({
    label,
    kind: 'snippet',
    insert,
    detail: 'an experiment',
    documentation,
    range: word
  }))
