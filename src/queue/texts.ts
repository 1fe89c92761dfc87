import type { Excess } from '../experiment'
import { grouped, limitOption, limitVariable, rangesOf } from '../text'

const runs = (count: number): string => (count === 1 ? 'one run' : `${grouped(count)} runs`)

/** What a limit counts. */
const COUNTED: Readonly<Record<string, string>> = {
  recordCells: 'recorded cells (layers × epochs)',
  dataNumbers: 'numbers (samples × inputs)',
  fileBytes: 'bytes of a file'
}

/** What is said of a queue and of those who take its runs, in English. `queue`: its address without user and password. */
export const TEXTS = {
  noAddress: 'the address of the queue must be like redis://host:6379, or rediss://host:6379 for TLS',
  noLogin:
    'the address of the queue must be like redis://user:password@host:6379; in a password write / as %2F, ? as %3F, # as %23 and % as %25, or give it in GRADNB_QUEUE_PASSWORD',
  otherScheme: (scheme: string) =>
    `the address of a queue begins with redis://, or with rediss:// for TLS, and not with ${scheme}`,
  noDatabase:
    'in the address of the queue, only the number of a database may follow the host, as in redis://host:6379/0',

  refused: (queue: string) => `no Redis answers at ${queue}; start one there, or check the address`,
  noHost: (queue: string) => `the host of ${queue} cannot be found; check the address`,
  silent: (queue: string) => `${queue} does not answer; check the address, and whether a firewall is in between`,
  silentTls: (queue: string) =>
    `${queue} does not answer; check the address, whether it speaks TLS, and whether a firewall is in between`,
  noSuchDatabase: (queue: string, why: string) =>
    `${queue} has no such database (${why}); leave out the number after the host, or choose another`,
  isReplica: (queue: string) =>
    `${queue} is a read-only replica, which takes no runs; use the address of the Redis that it copies`,
  isFull: (queue: string) =>
    `the memory of ${queue} is full, so that it takes no more; give Redis more (maxmemory), or remove what it need not keep`,
  wrongPassword: (queue: string) =>
    `${queue} does not accept the user and password; check them in the address or in GRADNB_QUEUE_USERNAME and GRADNB_QUEUE_PASSWORD`,
  needsPassword: (queue: string) =>
    `${queue} needs a password; give it in the address, redis://user:password@host, or in GRADNB_QUEUE_PASSWORD`,
  forbidden: (queue: string, why: string) =>
    `${queue} does not let this user do what a queue needs (${why}); allow it all commands on the keys gradnb:*`,
  badCertificate: (queue: string, why: string) =>
    `the certificate of ${queue} is not trusted (${why}); name the authority that signed it in NODE_EXTRA_CA_CERTS`,
  noTls: (queue: string) => `${queue} does not speak TLS; use redis:// if it is in a network that you trust`,
  noRedis: (queue: string) => `what answers at ${queue} is not Redis; check the port`,
  tooOld: (queue: string, version: string) => `${queue} is Redis ${version}; a queue needs 6.2 or newer`,
  unreachable: (queue: string, why: string) => `${queue} cannot be reached: ${why}`,
  evicts: (queue: string, policy: string) =>
    `${queue} throws keys away when its memory is full (maxmemory-policy ${policy}), which loses runs; they are queued again, but better set noeviction`,
  lost: (queue: string, why: string) => `the connection to ${queue} is lost (${why}); trying again`,
  stillLost: (queue: string, seconds: number) =>
    `${queue} has not answered for ${seconds === 1 ? 'a second' : `${seconds} seconds`}; still trying. Stop with Ctrl-C`,
  back: (queue: string) => `${queue} answers again`,
  trouble: (queue: string, why: string) => `${queue}: ${why}`,
  closed: 'connection closed',

  noWorker: (count: number) =>
    `${runs(count)} ${count === 1 ? 'is waiting and no worker takes it' : 'are waiting and no worker takes any'}; start one with gradnb worker --queue, on any machine that reaches the queue`,
  behindOthers: (count: number) =>
    `${runs(count)} ${count === 1 ? 'is' : 'are'} waiting, as the workers are busy with other runs in this queue; start more workers to begin sooner`,
  refuses: (worker: string, why: string) => `the worker ${worker} refuses runs: ${why}`,
  refusesSome: (worker: string, refused: readonly number[], why: string) =>
    `the worker ${worker} refuses ${refused.length === 1 ? 'run' : 'runs'} ${rangesOf(refused)}: ${why}`,
  disagree: (run: number, a: string, b: string) =>
    `run ${run} has two different results, from the workers ${a} and ${b}; the same run must give the same bits on every machine`,
  died: 'the workers that trained it ended, one after the other',
  noResult: (times: number) =>
    times === 1 ? 'a worker gave an answer that is not a result' : `workers gave ${times} answers that are not results`,

  otherEngine: (theirs: string, ours: string) =>
    `the sweep was started by engine ${theirs}, and this worker has engine ${ours}; use the same gradnb everywhere`,
  otherData: (name: string) =>
    `${name} in this worker's folder does not hold the same data as where the sweep was started; copy the file`,
  aboveLimit: ({ limit, value, most }: Excess) => {
    const what = COUNTED[limit] ?? limit
    const asked = value === null ? `there are more ${what} than` : `${grouped(value)} ${what} are above`
    return `${asked} this worker's limit of ${grouped(most)}; to allow it, start the worker with ${limitOption(limit)} ${value ?? 'N'}, or set ${limitVariable(limit)} there`
  },
  noFolder: (name: string) =>
    `${name} is needed there; start the worker with --folder and the folder that holds the same file`,
  unreadable: (name: string, why: string) => `${name} cannot be read from the worker's folder: ${why}`,
  tooLarge: (name: string, why: string) =>
    `${name} ${why}; to allow it, start the worker with ${limitOption('fileBytes')}, or set ${limitVariable('fileBytes')} there`,
  noJob: 'a job of the queue is not a run of gradnb; it is left alone',
  tookOver: 'this worker was out of reach for so long that others were given its runs, too'
}
