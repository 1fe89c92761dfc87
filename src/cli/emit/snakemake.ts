import { comment } from './comment'
import { mergeWords, sweepWords, type JobFile } from './jobFile'
import { doubleQuoted, shellWord } from './quoting'
import { EMIT_TEXTS } from './texts'

const { head, cost, again, snakemake: TEXTS } = EMIT_TEXTS

/**
 * A Snakefile: a rule for the tasks, one for the merge. All names are texts of Python that Snakemake quotes for the shell (`:q`), and come
 * from functions, whose results it takes as they are: braces in them are no wildcards.
 */
export function snakemakeJob(job: JobFile): string {
  const { folder, notebook, cell, name, version, plan } = job
  const file = `${folder}/${notebook}`
  const out = job.isOutInside ? `${folder}/${job.out}` : job.out
  const rooted = { ...job, out }
  const mark = `${name}-${version}`
  return `${comment(...head(shellWord(cell), shellWord(file), plan), ...cost(plan), '')}
${comment(...TEXTS.usage(`${name}.smk`), '', ...again)}

${comment(...TEXTS.command)}
GRADNB = ${doubleQuoted(job.command)}

workdir: ${doubleQuoted(out)}

${comment(...TEXTS.marks)}
rule merge:
    input: expand("${mark}.{shard}-of-${plan.shards}.done", shard=range(${plan.shards}))
    output: touch("${mark}.merged")
    params:
        gradnb=lambda wildcards: GRADNB,
        words=lambda wildcards: ${list(mergeWords(rooted, file))}
    shell: "{params.gradnb} {params.words:q}"

rule shard:
    output: touch("${mark}.{shard,[0-9]+}-of-${plan.shards}.done")
    threads: ${plan.workers}
    resources: mem_mb=${plan.memoryMegabytes}, runtime=${plan.limitMinutes}
    params:
        gradnb=lambda wildcards: GRADNB,
        words=lambda wildcards: ${list(sweepWords(rooted, file))},
        shard=lambda wildcards: f"{wildcards.shard}/${plan.shards}"
    shell: "{params.gradnb} {params.words:q} {params.shard:q}"
`
}

const list = (words: readonly string[]): string => `[${words.map(doubleQuoted).join(', ')}]`
