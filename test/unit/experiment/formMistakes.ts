/** What people write that is not YAML, or no mapping, and what they are told. */
export const FORM_MISTAKES: readonly (readonly [string, string])[] = [
  ['epochs:30', 'add a space after the colon: epochs: 30'],
  ['epochs = 30', 'write a colon instead of =: epochs: 30'],
  ['dataset spiral', 'add a colon after the key: dataset: spiral'],
  ['spiral', 'say what spiral is for: write dataset: spiral'],
  ['optimizer: sgd, lr: 0.1', 'put settings that share a line in braces: {name: sgd, lr: 0.1}'],
  ['optimizer: name: sgd', 'put settings that share a line in braces: {name: sgd}'],
  [
    'optimizer: {name: sgd lr: 0.1}',
    'inside braces, put a comma between two settings, as in {name: sgd, momentum: 0.9}'
  ],
  [
    'optimizer:\n name: sgd\n  lr: 0.1',
    'keys of one mapping must start in the same column; move lr to the column of the key above it'
  ],
  ['dataset:\n  spiral\n  noise: 0.1', 'every line of a mapping needs a key; write name: spiral'],
  ['\tepochs: 3', 'YAML does not allow tabs here; indent with spaces'],
  ['optimizer:\n\tname: sgd', 'YAML does not allow tabs here; indent with spaces'],
  ['epochs: 3\nepochs: 4', 'epochs appears twice; keep one'],
  [
    'epochs: 3\n seed: 1',
    'keys of one mapping must start in the same column; move seed to the column of the key above it'
  ],
  ['import torch', 'this looks like Python; a cell describes the net in YAML, for example "activation: tanh"'],
  [
    'model = nn.Sequential()',
    'this looks like Python; a cell describes the net in YAML, for example "activation: tanh"'
  ],
  ['```yaml\nepochs: 3\n```', 'remove the ``` lines: a cell is YAML already'],
  ['{epochs: 3', 'this { is never closed; add } where it ends'],
  ['activation: [tanh, relu', 'this [ is never closed; add ] where it ends'],
  ['name: "a', 'this quote is never closed; add " where the text ends'],
  ['# nothing', 'this cell is empty; "dataset: spiral" alone is a whole experiment'],
  [
    'epochs: 3\n---\nepochs: 4',
    'a cell holds one experiment: remove the line "---" or move what follows to a new cell'
  ],
  ['optimizer: adam\noptimizer: {lr: 0.1}', 'optimizer appears twice; keep one'],
  ['epochs: *a', 'there is no anchor &a above this alias; if *a is meant as text, put it in quotes'],
  ['"epochs: 3"', 'remove the quotes around this; a cell needs none'],
  ['- epochs: 3', 'a cell must be a mapping, not a list; write its keys without dashes or brackets'],
  ['activation: @tanh', 'text that starts with @ must be in quotes; add them, or remove the @'],
  ['name: %a', 'text that starts with % must be in quotes; add them, or remove the %'],
  ['optimizer: {name: sgd,, lr: 1}', 'remove this comma; there is nothing before it'],
  [
    'optimizer: {name: sgd; lr: 1}',
    'inside braces, put a comma between two settings, as in {name: sgd, momentum: 0.9}'
  ],
  ['activation: "tanh', 'this quote is never closed; add " where the text ends']
]
