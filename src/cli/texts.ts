import type { LinesOfAKind } from '../sweep'

/** What the command line says, in English. */
export const CLI_TEXTS = {
  exportsNotebooks: (file: string) => `${file} is not a notebook; export takes .gradnb notebooks`,
  writesOver: (file: string) => `the export would overwrite ${file}; choose another name with --out`,
  weightsOfOne: (cell: string) =>
    `--weights takes the weights of one run, and cell ${cell} does not make exactly one; write that run as a cell of its own`,
  wholeNumber: (most: number) => `It must be a whole number from 1 to ${most}.`,
  notFolder: (name: string) => `${name} is not a folder; choose another name with --out`,
  isThere: (file: string) => `${file} already exists; choose another name with --out, or overwrite it with --force`,

  openConflict: '; or open it in VS Code, which shows both versions of each cell',
  mergeDriver: {
    conflicts: (cells: number) =>
      `gradnb: ${cells === 1 ? '1 cell shows' : `${cells} cells show`} both versions; choose one in each, as VS Code offers, or delete the lines of the other`,
    byLines: 'gradnb: merged line by line, as this cannot be merged cell by cell'
  },
  shards: {
    whatToDo:
      'say one thing to do with the runs: --shard i/n and --out do a share of them, --queue redis://host and --out give all to workers, --emit prints a job file',
    noOut: 'say with --out in which folder the results go',
    noMergeFolder: 'name the folder that holds the files of the shards',
    stillThere: (folder: string) => `nothing is lost: the runs are still in ${folder}, and can be merged again`,
    noShard: (text: string) =>
      `--shard ${text}: expected i/n, as in 0/4 … 3/4 for four shards, or auto or auto/n in a task of a scheduler`,
    noShardCount: (told: string, most: number) => `${told}: expected a number of shards from 1 to ${most}`,
    noScheduler:
      '--shard auto: this is not a task of Slurm, Grid Engine, PBS, LSF or Kubernetes; use --shard i/n, as in 0/4',
    noCount: (scheduler: string, variable: string) =>
      `--shard auto: ${scheduler} does not say how many tasks there are; use --shard auto/n with their number for n, or set ${variable}`,
    taskOutside: (scheduler: string, task: number, first: number, count: number) =>
      `--shard auto/${count}: this task has the number ${task}; number the tasks of ${scheduler} from ${first} to ${first + count - 1}`,
    uneven: (scheduler: string) =>
      `--shard auto: the task numbers that ${scheduler} gives are not evenly spaced; use --shard i/n, as in 0/4`,
    oneRun: (cell: string) => `cell ${cell} does not make many runs, so there is nothing to divide; use gradnb run`,
    chooseOne: (cells: readonly string[]) =>
      cells.length === 0
        ? 'no cell makes many runs, so there is nothing to divide; use gradnb run'
        : `several cells make many runs; choose one with --cell: ${cells.join(', ')}`,
    done: (cell: string, shard: string, runs: number, before: number, file: string) =>
      runs === 0
        ? `${cell}, shard ${shard}: no runs, as the cell makes fewer than there are shards`
        : `${cell}, shard ${shard}: ${runs === 1 ? `1 run, ${before === 1 ? '' : 'not '}done before` : `${runs} runs, ${before} of them done before`}; in ${file}`,
    runFailed: (cell: string, run: number, why: string) => `cell ${cell}: run ${run} failed: ${why}`,
    noFolder: (folder: string, why: string) => `${folder} cannot be read: ${why}`,
    noSuchFolder: 'there is no such folder',
    isFile: (name: string) => `${name} is not a folder; name the folder that holds the files of the shards`,
    packed: (file: string) => `${file} is packed; unpack it with gunzip`,
    noNotebook: (file: string) => `${file} takes no outputs; merge writes into .gradnb notebooks`,
    noShards: (folder: string) => `${folder} holds no shards of this notebook's cells; gradnb sweep writes them`,
    disagree: (run: number, a: string, b: string) =>
      `run ${run} has two different results, in ${a} and ${b}; the same run must give the same bits on every machine, so remove the wrong line`,
    moreDisagree: (more: number) =>
      more === 1 ? '1 more run has two different results' : `${more} more runs have two different results`,
    otherEngine: (place: string, engine: string, now: string) =>
      `${place} was made by engine ${engine}, but this is engine ${now}; use the same gradnb everywhere`,
    stale: (place: string) => `${place} does not fit the cell: the cell, or a file that it reads, has changed since`,
    damaged: (lines: number, first: string) =>
      lines === 1
        ? `${first} is damaged, or was not written to its end; what it said is lost`
        : `${lines} lines are damaged, or were not written to their end, the first in ${first}; what they said is lost`,
    ignored: ({ lines, first }: LinesOfAKind) =>
      lines === 1
        ? `${first} is ignored: it is from before the cell, its data or gradnb changed`
        : `${lines} lines are ignored, the first in ${first}: they are from before the cell, its data or gradnb changed`,
    missing: (missing: number, all: number, runs: string) =>
      missing === 1 ? `run ${runs} of ${all} is missing` : `${missing} of ${all} runs are missing: ${runs}`,
    makeThem: (commands: readonly string[]) => `to make what is missing:\n${commands.join('\n')}`,
    tooLarge: (cell: string, runs: number) =>
      `cell ${cell}: the summaries of ${runs} runs are more than a notebook can hold; sweep fewer runs at a time, in cells of their own`,
    merged: (cell: string, runs: number, file: string) =>
      `${cell}: ${runs} run${runs === 1 ? '' : 's'} merged into ${file}`
  },

  queues: {
    noQueue: 'say where the queue is: --queue redis://host:6379, or in the variable GRADNB_QUEUE_URL',
    noAddress: (why: string) => `--queue: ${why}`,
    takes: (queue: string, threads: number) => `takes runs from ${queue}, ${threads} at a time; Ctrl+C ends it`,
    drains: 'finishing the runs that have begun; press Ctrl+C again to end at once',
    ended: (runs: number) => `${runs === 1 ? 'one run' : `${runs} runs`} done`
  },

  unknownRule: (name: string, meant: string | null, cell: string | null, rules: readonly string[]) =>
    `${cell === null ? 'the notebook' : `cell ${cell}`} silences ${name}, which is not a rule${meant === null ? `; the rules are ${rules.join(', ')}` : `; did you mean "${meant}"?`}`,

  doctor: {
    verdict: (cell: string, verdict: string, course: string) =>
      `${cell}: ${verdict}${verdict.endsWith('.') ? '' : '.'}${course === '' ? '' : ` ${course}`}`,
    manyRuns: (cell: string) => `cell ${cell} makes many runs or none; doctor looks at cells of a single run`,
    leftOut: (cell: string) =>
      `cell ${cell} makes many runs, so it was left out; write one of them as a cell of its own to examine it`,
    trying: (run: number, budget: number, what: string) => `run ${run} of at most ${budget}: ${what}`,
    budget: (runs: number) =>
      `Trying what may help, with the same seed and at most ${runs} run${runs === 1 ? '' : 's'}:`,
    stopped: 'Stopped before a remedy had helped; nothing was inserted.',
    known: (cell: string) => `It is repaired already, by the cell ${cell} below.`,
    comment: (what: string) => `Repaired: ${what}`,
    comparison: (what: string) => `Before and after: ${what}`,
    compared: 'Below that, a cell compares the two runs.',
    inserted: 'This cell is now below it:',
    notInserted: 'This cell is what helped:',
    unplaced: 'the cell was edited or removed while remedies were tried, so the one that helped is not in the notebook',
    peerSilent: (peer: string) => `${peer}: none of its rules fires.`
  }
}
