import { SHARDS_VARIABLE } from '../shardOption'
import { CommandError } from '../exitStatus'
import { comment } from './comment'
import { mergeWords, sweepWords, type JobFile } from './jobFile'
import { containerWord, doubleQuoted, plainPath, shellWord } from './quoting'
import { shellWords } from './shellWords'
import { EMIT_TEXTS } from './texts'

const { head, cost, again, kubernetes: TEXTS } = EMIT_TEXTS

/** Where the volume with the notebook's folder is in a container. */
const WORK = '/work'
/** So many pods at a time: a cluster for many people minds more. */
const AT_ONCE = 50

/** Two jobs for Kubernetes: an indexed one, an index a task, and a suspended one that merges. */
export function kubernetesJob(job: JobFile): string {
  const { folder, notebook, cell, name, plan } = job
  const [file, words] = [`${name}.yaml`, shellWords(job.command)]
  if (words === null) throw new CommandError(EMIT_TEXTS.commandWords)
  return `${comment(...head(shellWord(cell), shellWord(`${folder}/${notebook}`), plan), ...cost(plan), '')}
${comment(...TEXTS.usage(file, name, shellWord(folder)), '', ...again)}
apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
spec:
  completionMode: Indexed
  completions: ${plan.shards}
  parallelism: ${Math.min(plan.shards, AT_ONCE)} # ${TEXTS.parallelism}
  backoffLimitPerIndex: 3 # ${TEXTS.retries}
${template(job, [...words, ...sweepWords(job, plainPath(notebook)), 'auto'], true)}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}-merge
spec:
  suspend: true
  backoffLimit: 0
${template(job, [...words, ...mergeWords(job, plainPath(notebook))], false)}
`
}

const template = ({ image, plan }: JobFile, words: readonly string[], isShard: boolean): string => `\
  template:
    spec:
      restartPolicy: Never
      activeDeadlineSeconds: ${60 * plan.limitMinutes} # ${TEXTS.limit}
      containers:
        - name: gradnb
          image: ${doubleQuoted(image)} # ${TEXTS.image}
          workingDir: ${WORK}
          command:
${words.map(word => `            - ${containerWord(word)}\n`).join('')}${isShard ? environment(plan.shards) : ''}\
          resources: # ${TEXTS.resources}
            requests: { cpu: "${plan.workers}", memory: ${plan.memoryMegabytes}Mi }
            limits: { memory: ${plan.memoryMegabytes}Mi }
          volumeMounts:
            - { name: work, mountPath: ${WORK} }
      volumes:
        - name: work
          persistentVolumeClaim:
            claimName: gradnb # ${TEXTS.claim}`

/** Kubernetes itself says which index a task is. */
const environment = (shards: number): string => `\
          env:
            - { name: ${SHARDS_VARIABLE}, value: "${shards}" }
`
