import { comment } from './comment'
import { mergeWords, sweepWords, type JobFile } from './jobFile'
import { plainPath, shellWord } from './quoting'
import { EMIT_TEXTS } from './texts'

const { head, cost, again, slurm: TEXTS } = EMIT_TEXTS

/**
 * A script of bash: sent to Slurm it does one task of an array; started by hand it sends itself, once as the array and once for the merge.
 * All names are words of bash; `#SBATCH` lines, whose quoting is Slurm's own, hold none.
 */
export function slurmJob(job: JobFile): string {
  const { name, folder, notebook, cell, plan } = job
  const file = `${name}.sh`
  return `#!/bin/bash
${comment(...head(shellWord(cell), shellWord(`${folder}/${notebook}`), plan), ...cost(plan), '')}
${comment(...TEXTS.usage(file, Math.min(2, plan.shards - 1)))}
${comment('', ...again, '', ...TEXTS.site)}
##SBATCH --partition=NAME
##SBATCH --account=NAME
#
${comment(...TEXTS.resources)}
#SBATCH --cpus-per-task=${plan.workers}
#SBATCH --mem=${plan.memoryMegabytes}M
#SBATCH --time=${timeLimit(plan.limitMinutes)}
#
#SBATCH --job-name=${name}
#SBATCH --array=0-${plan.shards - 1}
#SBATCH --output=%x-%A_%a.log
#SBATCH --open-mode=append
#SBATCH --requeue

set -euo pipefail

${comment(...TEXTS.command)}
gradnb() {
  cd -- ${shellWord(folder)}
  ${job.command} "$@"
}

if [ "\${1-}" = merge ]; then
  gradnb ${words(mergeWords(job, plainPath(notebook)))}
elif [ -n "\${SLURM_ARRAY_TASK_ID-}" ]; then
  gradnb ${words(sweepWords(job, plainPath(notebook)))} "$SLURM_ARRAY_TASK_ID/${plan.shards}"
else
  ${comment(...TEXTS.submit)}
  script=$(realpath -- "$0")
  tasks=$(sbatch --parsable "$script")
  merge=$(sbatch --parsable --dependency="afterany:\${tasks%%;*}" --array=0 --job-name=${name}-merge "$script" merge)
  echo "Slurm does the tasks as job \${tasks%%;*}, and merges them as job \${merge%%;*}."
fi
`
}

const words = (all: readonly string[]): string => all.map(shellWord).join(' ')

/** Days-hours:minutes:seconds, as Slurm has it. */
function timeLimit(minutes: number): string {
  const days = Math.floor(minutes / 1440)
  const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60]
  return `${days > 0 ? `${days}-` : ''}${hours}:${String(rest).padStart(2, '0')}:00`
}
