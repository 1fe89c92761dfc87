import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { descendantsOf } from './descendants'
import { temporaryFolder, withinLimit, type Lifetime } from './lifetime'
import { start } from './process'

const execute = promisify(execFile)

/** A Slurm of one node on this machine, for itself: in a folder and on ports of its own. */
export interface Slurm {
  /** what sbatch, squeue and the rest must have in their environment */
  readonly environment: NodeJS.ProcessEnv
  /** Runs one of Slurm's commands in `folder`; gives what it prints. Rejects where it fails. */
  run(command: string, args: readonly string[], folder: string): Promise<string>
  /** Resolves when no job waits or runs. */
  idle(): Promise<void>
}

/** Daemons are where only root looks for programs. */
const PATH = `${process.env['PATH']}:/usr/sbin:/sbin`

/** Long enough for a machine that has much else to do. */
const SECONDS_TO_START = 180

/** Starts munge and Slurm; they and their jobs end with `lifetime`, and with this process if it is killed. */
export async function startSlurm(lifetime: Lifetime): Promise<Slurm> {
  const folder = await temporaryFolder(lifetime, 'slurm')
  const conf = path.join(folder, 'slurm.conf')
  const environment = { ...process.env, PATH, SLURM_CONF: conf }
  const run: Slurm['run'] = async (command, args, cwd) =>
    (await execute(command, args, { cwd, env: environment })).stdout
  const slurm: Slurm = { environment, run, idle: () => until(async () => (await run('squeue', ['-h'], folder)) === '') }
  await mkdir(path.join(folder, 'state'))
  await writeFile(path.join(folder, 'munge.key'), randomBytes(1024), { mode: 0o400 })
  await writeFile(conf, configuration(folder, await freePorts(2)))
  const daemon = (command: string, args: readonly string[]) =>
    startDaemon(lifetime, { command, args, folder, environment })
  const inFolder = (option: string, name: string) => `--${option}=${path.join(folder, name)}`
  const files = [
    inFolder('key-file', 'munge.key'),
    inFolder('log-file', 'munge.log'),
    inFolder('pid-file', 'munge.pid')
  ]
  const munged = daemon('munged', [
    '--foreground',
    '--force',
    socketOption(folder),
    ...files,
    inFolder('seed-file', 'seed')
  ])
  await up(munged, () => run('munge', ['-n', socketOption(folder)], folder))
  const controller = daemon('slurmctld', ['-D', '-f', conf])
  const [slurmd, ...inside] = [...namespace(), 'slurmd', '-D', '-f', conf]
  const node = daemon(slurmd!, inside)
  await up(Promise.race([controller, node]), async () => {
    if (!/^idle/m.test(await run('sinfo', ['-h', '-o', '%T'], folder))) throw new Error('the node is not idle')
  })
  return slurm
}

const socketOption = (folder: string): string => `--socket=${path.join(folder, 'munge.socket')}`

/**
 * A command before another that makes it the first process of a namespace, with which all others in it end: jobs and their keepers, too,
 * which leave their parents. Empty where the system does not let us.
 */
function namespace(): string[] {
  const command = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']
  return spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? command : []
}

interface Daemon {
  readonly command: string
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
}

/** Rejects when the daemon ends by itself, with the end of what it said. */
function startDaemon(lifetime: Lifetime, { command, args, folder, environment }: Daemon): Promise<never> {
  // What it starts in sessions of its own ends with it: jobs and their keepers (see `namespace`).
  const started: number[] = []
  lifetime.onEnd(() => started.forEach(killed))
  const child = start(lifetime, {
    ...{ purpose: `start ${command}`, cwd: folder, env: environment },
    ...{ command: 'setpriv', args: ['--pdeathsig', 'KILL', command, ...args] }
  })
  lifetime.onEnd(() => void started.push(...descendantsOf(child.pid!)))
  let log = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', text => (log += text))
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('close', status => reject(new Error(`${command} ended with status ${status}:\n${log.slice(-3000)}`)))
  })
  ended.catch(() => {}) // after its start nobody waits for its end
  return ended
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended
  }
}

/** Resolves when `check` does; rejects when the daemon has ended, or after the limit with why `check` did not. */
async function up(ended: Promise<never>, check: () => Promise<unknown>): Promise<void> {
  let reason = ''
  const checks = until(() =>
    check().then(
      () => true,
      error => ((reason = String(error.message)), false)
    )
  )
  const limit = withinLimit(SECONDS_TO_START, 'Slurm did not start in time', Promise.race([checks, ended]))
  await limit.catch(error => {
    throw new Error(`${error.message}\n${reason}`)
  })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(200)
}

/** Ports that nobody uses; all are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = servers.map(
    server =>
      new Promise<number>((resolve, reject) => {
        server.once('error', reject)
        server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
      })
  )
  const found = await Promise.all(ports)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return found
}

/** One file for both daemons. The node has more CPUs and memory than there may be, so that tasks run side by side anywhere. */
function configuration(folder: string, [controller, node]: readonly number[]): string {
  const host = os.hostname().split('.')[0]!
  const user = os.userInfo().username
  return `ClusterName=gradnb
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controller}
SlurmdPort=${node}
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
CredType=cred/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
MessageTimeout=60
KillWait=5
MinJobAge=300
SchedulerParameters=sched_interval=1,batch_sched_delay=0,default_queue_depth=100
NodeName=${host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=100000 State=UNKNOWN
PartitionName=main Nodes=${host} Default=YES MaxTime=INFINITE State=UP
`
}
