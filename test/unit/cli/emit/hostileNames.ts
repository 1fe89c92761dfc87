/** Names that mean something to a shell, to YAML, Python, Slurm, Snakemake or Kubernetes, or end a line. */
export const HOSTILE_NAMES = [
  'sp ace',
  `it's "quoted" '''`,
  '$HOME `id` $(id) ${x} $$',
  '$(JOB_COMPLETION_INDEX) $(GRADNB_SHARDS)',
  '{i} {{x}} {params.words} {shard,.*}',
  'back\\slash\\n\\x41\\',
  'line\nbreak\r\n#SBATCH --array=0-99',
  'ü 漢字 😀',
  '-dash',
  '--shard',
  '*?[a] ~ ! & ; | > <',
  'sep\u2028\u0085\u202e\ufeff',
  '%a %j %%',
  ': - #',
  'tab\t\u0007'
] as const

/** One name of a folder that has all of it. */
export const HOSTILE_FOLDER = `-a b's "$HOME" \`id\` $(id) {shard} {{x}} \\x41 \n#SBATCH --array=0-9\r ü😀 *%a\u2028 #: !`
