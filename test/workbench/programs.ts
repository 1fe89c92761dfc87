import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Programs of Debian that tests need, how to ask whether they are there, and the package that has them. */
const PROGRAMS = {
  'jupyter-nbconvert': { command: ['jupyter-nbconvert', '--version'], package: 'jupyter-nbconvert' },
  snakemake: { command: ['snakemake', '--version'], package: 'snakemake' },
  'redis-server': { command: ['redis-server', '--version'], package: 'redis-server' },
  bash: { command: ['bash', '--version'], package: 'bash' },
  zsh: { command: ['zsh', '--version'], package: 'zsh' },
  fish: { command: ['fish', '--version'], package: 'fish' },
  openssl: { command: ['openssl', 'version'], package: 'openssl' },
  pdftotext: { command: ['pdftotext', '-v'], package: 'poppler-utils' },
  pdflatex: { command: ['pdflatex', '--version'], package: 'texlive-pictures' },
  slurm: {
    command: ['sh', '-c', 'PATH=$PATH:/usr/sbin; slurmctld -V && slurmd -V && munged -V && setpriv -V'],
    package: 'slurm-wlm munge'
  },
  unshare: {
    command: ['unshare', '--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'],
    package: 'util-linux'
  },
  torch: { command: ['/usr/bin/python3', '-c', 'import torch'], package: 'python3-torch' }
} as const

export type Program = keyof typeof PROGRAMS

const LEFT_OUT = path.resolve('dist/test/leftOut.txt')

/**
 * A test that needs a program. Where that is missing the test is left out, and `npm test` says so at its end; in CI, where all programs
 * are installed, it fails.
 */
export function itWith(program: Program, title: string, test: Mocha.AsyncFunc): void {
  if (isInstalled(program)) return void it(title, test)
  const reason = `${program} is not installed (Debian: ${PROGRAMS[program].package})`
  if (process.env.CI)
    return void it(title, () => {
      throw new Error(reason)
    })
  leaveOut(title, reason)
}

/**
 * A test that needs a Docker daemon. CI runs in a container that has none, so the test is left out there as well, and said to be: whoever
 * changes what it tests runs it where one answers.
 */
export function itWithDocker(title: string, test: Mocha.AsyncFunc): void {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0) return void it(title, test)
  leaveOut(title, 'no Docker daemon answers (docker info)')
}

function leaveOut(title: string, reason: string): void {
  mkdirSync(path.dirname(LEFT_OUT), { recursive: true })
  appendFileSync(LEFT_OUT, `${title}: ${reason}\n`)
}

/** What was left out since this was last asked for. */
export function takeLeftOut(): readonly string[] {
  try {
    const lines = readFileSync(LEFT_OUT, 'utf8').trimEnd().split('\n')
    rmSync(LEFT_OUT)
    return [...new Set(lines)]
  } catch {
    return [] // no such file: nothing was left out
  }
}

/** Whether tests can use it. */
export function isInstalled(program: Program): boolean {
  const [command, ...args] = PROGRAMS[program].command
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
