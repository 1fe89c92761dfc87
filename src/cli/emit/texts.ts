import type { ShardPlan } from './shardPlan'

const duration = (seconds: number): string => {
  if (seconds < 1) return 'under a second'
  if (seconds < 90) return `about ${Math.round(seconds)} s`
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`
  return `about ${Math.round(seconds / 3600)} h`
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** What emitted files say to those who send them, in English. */
export const EMIT_TEXTS = {
  head: (cell: string, notebook: string, { runs, shards }: ShardPlan): string[] => [
    `The cell ${cell} of ${notebook}:`,
    `${many(runs, 'run')} in ${many(shards, 'task')}. Written by gradnb sweep --emit; yours to change.`
  ],

  cost: ({ allSeconds, taskSeconds, workers, shards }: ShardPlan): string[] =>
    allSeconds === null || taskSeconds === null
      ? [
          'How long a run takes depends on a data file, so the time limit below is a guess. Look at how long the',
          'first task takes, and correct it.'
        ]
      : [
          `A CPU of 2024 does all runs in ${duration(allSeconds)}${
            shards === 1 && workers === 1 ? '.' : `; the longest task takes ${duration(taskSeconds)} then.`
          } The time`,
          'limit below is four times that, ten minutes at least, as a cluster may be slower.'
        ],

  again: [
    'A task that was killed goes on where it was: every run is on the disk as soon as it is done, and what is there is',
    'not done again. Its number says which runs are its own, so send it again with the same number.'
  ],

  slurm: {
    usage: (file: string, example: number): string[] => [
      `Save this text on the cluster as a file, for instance ${file}, and then`,
      '',
      `  bash ${file}`,
      '      sends the tasks to Slurm, and a last one that merges their results into the notebook when they have ended',
      '  squeue --me',
      '      shows what is waiting and what runs',
      `  sbatch --array=${example} ${file}`,
      `      does task ${example} again`,
      `  bash ${file} merge`,
      '      merges by hand; while runs are missing it says which, and leaves the notebook alone',
      '',
      'Each task leaves a log in the folder from which you send it.'
    ],
    site: [
      'Many clusters want to know the queue (partition) and who pays (account). Remove one # and fill in the name:'
    ],
    resources: ['What a task may use. A task that needs more than --mem or --time is ended by Slurm:'],
    command: ['How gradnb is started. If Node.js is a module on your cluster, load it here, as in: module load nodejs'],
    submit: [
      'The last task waits until all others have ended, however they did: merge itself sees whether runs are missing.'
    ]
  },

  snakemake: {
    usage: (file: string): string[] => [
      `Save this text as a file, for instance ${file}, and then`,
      '',
      `  snakemake -s ${file} -j 4`,
      '      does four tasks at a time on this machine, then merges their results into the notebook',
      '',
      "Profiles and executors for clusters work as for any Snakefile. After changing the notebook's cells, write this",
      'file anew with gradnb sweep --emit snakemake.'
    ],
    command: ['What starts gradnb, as you would type it in a shell:'],
    marks: [
      'Empty files that say what is done. Neither the lines of runs nor the notebook are an output to Snakemake: it deletes',
      'the outputs of a rule before it runs it, and of one that failed.'
    ]
  },

  kubernetes: {
    usage: (file: string, name: string, folder: string): string[] => [
      'Before you send it:',
      '1. image: the name of an image with Node.js and gradnb in it. Such an image is made from',
      '       FROM node:22-slim',
      '       COPY gradnb-*.tgz /tmp/',
      '       RUN npm install --global /tmp/gradnb-*.tgz',
      '   and pushed to where your cluster gets its images. It is named twice below.',
      '2. claimName: the name of a persistent volume claim that all nodes may write (ReadWriteMany), also twice.',
      `   Copy what is in the folder ${folder} to the top of that volume.`,
      '',
      `Save this text as a file, for instance ${file}, and then`,
      '',
      `  kubectl apply -f ${file}`,
      '      starts the tasks; the second job waits until you say so',
      `  kubectl wait --for=condition=complete --timeout=-1s job/${name}`,
      '      comes back when all are done',
      `  kubectl patch job ${name}-merge --type=merge -p '{"spec":{"suspend":false}}'`,
      '      merges the results into the notebook on the volume; copy it back from there',
      `  kubectl logs job/${name}-merge`,
      '      says which runs are missing, if any are',
      `  kubectl delete -f ${file}`,
      '      cleans up; the volume keeps what it has'
    ],
    retries:
      'how often a task that fails is tried again (needs Kubernetes 1.29; for older ones write backoffLimit: 100)',
    parallelism: 'how many at a time',
    image: 'your image',
    claim: 'your claim',
    limit: 'seconds',
    resources: 'a task that needs more memory is ended'
  },

  notInVolume: (out: string, folder: string): string =>
    `--out ${out}: a task on Kubernetes sees only the volume that holds the notebook's folder; choose a folder in ${folder}`,
  noCommand: 'the command that starts gradnb is empty',
  commandWords:
    'a container starts gradnb without a shell, so that --command takes words and quotes alone; for more, write --command "sh -c \'…\' sh"',
  noImage: 'the name of the image is empty',
  commandLines: 'the command that starts gradnb must be on one line'
}
