/** A command line and what it is for. */
type Example = readonly [line: string, purpose: string]

/** Examples of each command, and of the program as a whole, in the order of its help. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  gradnb: [
    ['gradnb run lesson.gradnb', 'train all cells; heatmaps here, outputs into the notebook'],
    ['gradnb check lesson.gradnb', 'problems with cell, line and column'],
    ['gradnb help sweep', 'options and examples of one command']
  ],
  run: [
    ['gradnb run lesson.gradnb', 'train all cells and write their outputs back'],
    ['gradnb run lesson.gradnb --cell deep --no-save', 'train one cell and leave the file as it is'],
    ['gradnb run experiment.yaml --json > runs.jsonl', 'every recorded number, a line a run'],
    ['gradnb run lesson.gradnb --cell deep --weights deep.safetensors', 'also write the trained weights']
  ],
  check: [['gradnb check lesson.gradnb', 'problems with cell, line and column; status 1 if there are any']],
  doctor: [
    ['gradnb doctor lesson.gradnb', 'what is wrong with each cell, and why'],
    ['gradnb doctor lesson.gradnb --cell deep --fix --budget 6', 'try remedies; put the cell that helped below']
  ],
  predict: [['gradnb predict lesson.gradnb', 'what theory says of each cell; trains nothing']],
  verify: [['gradnb verify lesson.gradnb', 'are the outputs what the cells give, bit for bit?']],
  sweep: [
    ['gradnb sweep lesson.gradnb --cell rates --shard 0/4 --out runs', 'the first quarter of the runs, here'],
    ['gradnb sweep lesson.gradnb --cell rates --shard auto --out runs', 'in a task of a job array: its share'],
    [
      'gradnb sweep lesson.gradnb --cell rates --emit slurm > rates.sh',
      'a job array for Slurm; the file says what to do with it'
    ],
    ['gradnb sweep lesson.gradnb --cell rates --queue redis://lab --out runs', 'all runs, by the workers of a queue']
  ],
  worker: [
    ['gradnb worker --queue redis://lab --folder data', 'take runs, one a core; data files from the folder'],
    ['gradnb worker --queue redis://lab --max-epochs 500000', 'also longer runs than a worker does unless told'],
    ['GRADNB_QUEUE_URL=rediss://lab GRADNB_QUEUE_PASSWORD=… gradnb worker', 'with TLS and a password']
  ],
  merge: [['gradnb merge lesson.gradnb runs', 'write what the shards did into the notebook']],
  export: [
    ['gradnb export lesson.gradnb --to html', 'one page that runs, with no network: lesson.html'],
    ['gradnb export lesson.gradnb --to md --embed --out report.md', 'Markdown with its pictures in the text']
  ],
  diff: [['gradnb diff before.gradnb lesson.gradnb', 'what has changed, in a few lines']],
  'merge-driver': [
    ['git config merge.gradnb.driver "gradnb merge-driver %O %A %B"', 'let git merge notebooks cell by cell']
  ],
  completion: [
    ['source <(gradnb completion bash)', 'in ~/.bashrc; for zsh in ~/.zshrc, below compinit'],
    ['gradnb completion fish > gradnb.fish', 'in ~/.config/fish/completions']
  ],
  text: [['git config diff.gradnb.textconv "gradnb text"', 'let git compare notebooks as text']]
}

/** The examples of a command as its help shows them. */
export function exampleText(command: string): string {
  const examples = EXAMPLES[command] ?? []
  const lines = examples.map(([line, purpose]) => `  $ ${line}\n      ${purpose}`)
  return [examples.length === 1 ? 'Example:' : 'Examples:', ...lines].join('\n')
}
